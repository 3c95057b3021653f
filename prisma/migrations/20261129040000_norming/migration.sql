-- Norming rounds: some claims that everybody labels blind, compares, discusses and labels again.

-- CreateTable
CREATE TABLE "NormingRound" (
    "id" UUID NOT NULL,
    "projectId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "stage" TEXT NOT NULL DEFAULT 'blind',
    "createdBy" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "revealedAt" TIMESTAMPTZ(3),
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "NormingRound_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "NormingClaim" (
    "roundId" UUID NOT NULL,
    "unitId" UUID NOT NULL,
    "projectId" UUID NOT NULL,
    "documentId" UUID NOT NULL,
    "place" INTEGER NOT NULL,

    CONSTRAINT "NormingClaim_pkey" PRIMARY KEY ("roundId","unitId")
);

-- CreateTable
CREATE TABLE "NormingLabel" (
    "roundId" UUID NOT NULL,
    "phase" TEXT NOT NULL,
    "unitId" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "projectId" UUID NOT NULL,
    "label" TEXT NOT NULL,

    CONSTRAINT "NormingLabel_pkey" PRIMARY KEY ("roundId","phase","unitId","userId")
);

-- CreateIndex
CREATE INDEX "NormingRound_createdBy_idx" ON "NormingRound"("createdBy");

-- CreateIndex
CREATE UNIQUE INDEX "NormingRound_projectId_id_key" ON "NormingRound"("projectId", "id");

-- CreateIndex
CREATE INDEX "NormingClaim_unitId_idx" ON "NormingClaim"("unitId");

-- CreateIndex
CREATE INDEX "NormingLabel_userId_idx" ON "NormingLabel"("userId");

-- AddForeignKey
ALTER TABLE "NormingRound" ADD CONSTRAINT "NormingRound_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "NormingRound" ADD CONSTRAINT "NormingRound_createdBy_fkey" FOREIGN KEY ("createdBy") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "NormingClaim" ADD CONSTRAINT "NormingClaim_projectId_roundId_fkey" FOREIGN KEY ("projectId", "roundId") REFERENCES "NormingRound"("projectId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "NormingClaim" ADD CONSTRAINT "NormingClaim_projectId_documentId_unitId_fkey" FOREIGN KEY ("projectId", "documentId", "unitId") REFERENCES "Unit"("projectId", "documentId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "NormingLabel" ADD CONSTRAINT "NormingLabel_projectId_roundId_fkey" FOREIGN KEY ("projectId", "roundId") REFERENCES "NormingRound"("projectId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "NormingLabel" ADD CONSTRAINT "NormingLabel_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What the schema's language cannot say.
ALTER TABLE "NormingRound" ADD CONSTRAINT "NormingRound_stage" CHECK (
  (stage = 'blind' AND "revealedAt" IS NULL AND "endedAt" IS NULL)
  OR (stage = 'open' AND "revealedAt" IS NOT NULL AND "endedAt" IS NULL)
  OR (stage = 'ended' AND "revealedAt" IS NOT NULL AND "endedAt" IS NOT NULL));
ALTER TABLE "NormingLabel" ADD CONSTRAINT "NormingLabel_phase" CHECK (phase IN ('before', 'after'));
