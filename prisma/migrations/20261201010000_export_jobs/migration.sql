-- Exports that are made in the background: what somebody asked for and how far it is, and the file in pieces as it comes.
CREATE TABLE "ExportJob" (
    "id" UUID NOT NULL,
    "projectId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "format" TEXT NOT NULL,
    "choice" JSONB NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'waiting',
    "done" INTEGER NOT NULL DEFAULT 0,
    "total" INTEGER,
    "bytes" BIGINT NOT NULL DEFAULT 0,
    "pieces" INTEGER NOT NULL DEFAULT 0,
    "name" TEXT,
    "mediaType" TEXT,
    "failure" TEXT,
    "troubles" JSONB NOT NULL DEFAULT '[]',
    "sight" JSONB,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "leaseId" UUID,
    "heldUntil" TIMESTAMPTZ(3),
    "requestedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "startedAt" TIMESTAMPTZ(3),
    "endedAt" TIMESTAMPTZ(3),
    "expiresAt" TIMESTAMPTZ(3),

    CONSTRAINT "ExportJob_pkey" PRIMARY KEY ("id")
);
ALTER TABLE "ExportJob" ADD CONSTRAINT "ExportJob_state" CHECK ("state" IN ('waiting', 'running', 'done', 'failed', 'cancelled'));
ALTER TABLE "ExportJob" ADD CONSTRAINT "ExportJob_held" CHECK (("state" = 'running') = ("leaseId" IS NOT NULL AND "heldUntil" IS NOT NULL));
ALTER TABLE "ExportJob" ADD CONSTRAINT "ExportJob_file" CHECK ("state" <> 'done' OR ("name" IS NOT NULL AND "mediaType" IS NOT NULL AND "expiresAt" IS NOT NULL AND "sight" IS NOT NULL));
ALTER TABLE "ExportJob" ADD CONSTRAINT "ExportJob_failure" CHECK (("state" = 'failed') = ("failure" IS NOT NULL));

CREATE TABLE "ExportPiece" (
    "jobId" UUID NOT NULL,
    "sequence" INTEGER NOT NULL,
    "bytes" BYTEA NOT NULL,

    CONSTRAINT "ExportPiece_pkey" PRIMARY KEY ("jobId","sequence")
);

CREATE INDEX "ExportJob_projectId_idx" ON "ExportJob"("projectId");
CREATE INDEX "ExportJob_personId_requestedAt_idx" ON "ExportJob"("personId", "requestedAt");
CREATE INDEX "ExportJob_state_requestedAt_idx" ON "ExportJob"("state", "requestedAt");

ALTER TABLE "ExportJob" ADD CONSTRAINT "ExportJob_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "ExportJob" ADD CONSTRAINT "ExportJob_personId_fkey" FOREIGN KEY ("personId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "ExportPiece" ADD CONSTRAINT "ExportPiece_jobId_fkey" FOREIGN KEY ("jobId") REFERENCES "ExportJob"("id") ON DELETE CASCADE ON UPDATE CASCADE;
