-- A document's history is read from any change on, along this index.
CREATE INDEX "Change_streamId_at_revision_idx" ON "Change"("streamId", "at" DESC, "revision" DESC);
