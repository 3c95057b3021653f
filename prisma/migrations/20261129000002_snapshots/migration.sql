-- What a source said when it was cited: a page changes or goes, the snapshot stays, with its hash and its date.
CREATE TABLE "Snapshot" (
    "id" UUID NOT NULL,
    "projectId" UUID NOT NULL,
    "sourceId" UUID NOT NULL,
    "takenOn" TEXT NOT NULL,
    "fileName" TEXT NOT NULL,
    "mediaType" TEXT NOT NULL,
    "bytes" BYTEA NOT NULL,
    "sha256" BYTEA NOT NULL,
    "addedBy" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Snapshot_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "Snapshot_bytes" CHECK (octet_length(bytes) > 0),
    CONSTRAINT "Snapshot_sha256" CHECK (sha256 = sha256(bytes)),
    CONSTRAINT "Snapshot_mediaType" CHECK ("mediaType" IN ('text/plain', 'text/html', 'application/pdf'))
);
CREATE UNIQUE INDEX "Snapshot_projectId_id_key" ON "Snapshot"("projectId", "id");
CREATE INDEX "Snapshot_projectId_sourceId_idx" ON "Snapshot"("projectId", "sourceId");
CREATE INDEX "Snapshot_addedBy_idx" ON "Snapshot"("addedBy");
ALTER TABLE "Snapshot" ADD CONSTRAINT "Snapshot_projectId_sourceId_fkey"
  FOREIGN KEY ("projectId", "sourceId") REFERENCES "Source"("projectId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "Snapshot" ADD CONSTRAINT "Snapshot_addedBy_fkey"
  FOREIGN KEY ("addedBy") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
CREATE FUNCTION refuse_new_snapshot() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'A snapshot never changes.' USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER "Snapshot_stays" BEFORE UPDATE OF bytes, sha256, "takenOn" ON "Snapshot"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_new_snapshot();

ALTER TABLE "Citation" ADD COLUMN "snapshotId" UUID;
CREATE INDEX "Citation_projectId_snapshotId_idx" ON "Citation"("projectId", "snapshotId");
ALTER TABLE "Citation" ADD CONSTRAINT "Citation_projectId_snapshotId_fkey"
  FOREIGN KEY ("projectId", "snapshotId") REFERENCES "Snapshot"("projectId", "id") ON DELETE NO ACTION ON UPDATE CASCADE;
