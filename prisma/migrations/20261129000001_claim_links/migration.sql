-- What a person said of two claims: that they say the same, contradict each other, or neither. Withdrawn, not deleted.
CREATE TABLE "ClaimLink" (
    "id" UUID NOT NULL,
    "projectId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "documentAId" UUID NOT NULL,
    "unitAId" UUID NOT NULL,
    "documentBId" UUID NOT NULL,
    "unitBId" UUID NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',
    "statedBy" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "withdrawnAt" TIMESTAMPTZ(3),

    CONSTRAINT "ClaimLink_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "ClaimLink_kind" CHECK (kind IN ('same', 'contradicts', 'neither')),
    CONSTRAINT "ClaimLink_order" CHECK ("unitAId" < "unitBId")
);
CREATE UNIQUE INDEX "ClaimLink_standing" ON "ClaimLink" ("unitAId", "unitBId") WHERE "withdrawnAt" IS NULL;
CREATE INDEX "ClaimLink_projectId_idx" ON "ClaimLink"("projectId");
CREATE INDEX "ClaimLink_unitBId_idx" ON "ClaimLink"("unitBId");
CREATE INDEX "ClaimLink_statedBy_idx" ON "ClaimLink"("statedBy");
ALTER TABLE "ClaimLink" ADD CONSTRAINT "ClaimLink_projectId_documentAId_unitAId_fkey"
  FOREIGN KEY ("projectId", "documentAId", "unitAId") REFERENCES "Unit"("projectId", "documentId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "ClaimLink" ADD CONSTRAINT "ClaimLink_projectId_documentBId_unitBId_fkey"
  FOREIGN KEY ("projectId", "documentBId", "unitBId") REFERENCES "Unit"("projectId", "documentId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "ClaimLink" ADD CONSTRAINT "ClaimLink_statedBy_fkey"
  FOREIGN KEY ("statedBy") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
