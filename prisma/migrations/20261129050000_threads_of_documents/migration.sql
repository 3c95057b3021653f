-- The discussions of a document are read with its text.

-- CreateIndex
CREATE INDEX "Thread_documentId_idx" ON "Thread"("documentId");
