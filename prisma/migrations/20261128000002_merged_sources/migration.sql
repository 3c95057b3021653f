-- A record that says the same as another one is merged into it. Its citations stay where they are and count for the
-- other; taking the merge back is setting this to nothing again.
ALTER TABLE "Source" ADD COLUMN "mergedIntoId" UUID;
ALTER TABLE "Source" ADD CONSTRAINT "Source_merged" CHECK ("mergedIntoId" <> id);
CREATE INDEX "Source_projectId_mergedIntoId_idx" ON "Source"("projectId", "mergedIntoId");
ALTER TABLE "Source" ADD CONSTRAINT "Source_projectId_mergedIntoId_fkey"
  FOREIGN KEY ("projectId", "mergedIntoId") REFERENCES "Source"("projectId", "id") ON DELETE NO ACTION ON UPDATE CASCADE;
