-- The words of live units beside keys under which alike ones are found. Apart from "Unit", whose rows are rewritten by
-- every verdict, so that this index is not. A wording belongs where its unit belongs.
CREATE TABLE "Wording" (
    "unitId" UUID NOT NULL,
    "quote" TEXT NOT NULL,
    "keys" INTEGER[],

    CONSTRAINT "Wording_pkey" PRIMARY KEY ("unitId")
);
CREATE INDEX "Wording_keys_idx" ON "Wording" USING GIN ("keys") WITH (gin_pending_list_limit = 64);
ALTER TABLE "Wording" ADD CONSTRAINT "Wording_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "Unit"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- The version whose units have their wordings. Documents from before have none yet; they get them after the next start.
ALTER TABLE "Document" ADD COLUMN "wordedVersion" INTEGER NOT NULL DEFAULT 0;

-- What Prisma's language cannot say.

-- Wordings that share a key. A limit, or a table that was just filled, makes reading it from end to end look cheap to
-- the planner, which it is not when few rows match.
CREATE FUNCTION alike_wordings(unit UUID, wanted INTEGER[], most INTEGER) RETURNS TABLE ("unitId" UUID, quote TEXT)
LANGUAGE sql STABLE ROWS 20 SET enable_seqscan = off AS $$
  SELECT w."unitId", w.quote FROM "Wording" w WHERE w.keys && wanted AND w."unitId" <> unit LIMIT most
$$;
