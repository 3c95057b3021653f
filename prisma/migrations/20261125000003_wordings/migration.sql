-- The words of live units beside keys under which alike ones are found. Apart from "Unit", whose rows are rewritten by
-- every verdict, so that this index is not.
CREATE TABLE "Wording" (
    "unitId" UUID NOT NULL,
    "projectId" UUID NOT NULL,
    "documentId" UUID NOT NULL,
    "quote" TEXT NOT NULL,
    "keys" INTEGER[],

    CONSTRAINT "Wording_pkey" PRIMARY KEY ("unitId")
);
CREATE INDEX "Wording_keys_idx" ON "Wording" USING GIN ("keys");
CREATE UNIQUE INDEX "Wording_projectId_documentId_unitId_key" ON "Wording"("projectId", "documentId", "unitId");
ALTER TABLE "Wording" ADD CONSTRAINT "Wording_projectId_documentId_unitId_fkey" FOREIGN KEY ("projectId", "documentId", "unitId") REFERENCES "Unit"("projectId", "documentId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- The version whose units have their wordings. Documents from before have none yet; they get them after the next start.
ALTER TABLE "Document" ADD COLUMN "wordedVersion" INTEGER NOT NULL DEFAULT 0;
