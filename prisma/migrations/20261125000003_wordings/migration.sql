-- The words of live units beside keys under which alike ones are found. Apart from "Unit", whose rows are rewritten by
-- every verdict, so that this index is not. A wording belongs where its unit belongs.
CREATE TABLE "Wording" (
    "unitId" UUID NOT NULL,
    "quote" TEXT NOT NULL,
    "keys" INTEGER[],

    CONSTRAINT "Wording_pkey" PRIMARY KEY ("unitId")
);
CREATE INDEX "Wording_keys_idx" ON "Wording" USING GIN ("keys");
ALTER TABLE "Wording" ADD CONSTRAINT "Wording_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "Unit"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- The version whose units have their wordings. Documents from before have none yet; they get them after the next start.
ALTER TABLE "Document" ADD COLUMN "wordedVersion" INTEGER NOT NULL DEFAULT 0;
