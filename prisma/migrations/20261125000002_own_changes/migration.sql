-- One person's changes of a document, the newest first, as undo asks for them.
CREATE INDEX "Change_streamId_actorId_revision_idx" ON "Change"("streamId", "actorId", "revision");
