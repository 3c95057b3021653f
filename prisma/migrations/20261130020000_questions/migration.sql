-- How a decision was made and whom it follows, when and by whom it stopped standing, and questions to annotators.

-- AlterTable
ALTER TABLE "Adjudication" ADD COLUMN     "endedAt" TIMESTAMPTZ(3),
ADD COLUMN     "endedBy" UUID,
ADD COLUMN     "follows" UUID[] DEFAULT ARRAY[]::UUID[],
ADD COLUMN     "how" TEXT;

-- AlterTable
ALTER TABLE "Thread" ADD COLUMN     "asks" UUID[] DEFAULT ARRAY[]::UUID[];

-- CreateIndex
CREATE INDEX "Adjudication_endedBy_idx" ON "Adjudication"("endedBy");

-- AddForeignKey
ALTER TABLE "Adjudication" ADD CONSTRAINT "Adjudication_endedBy_fkey" FOREIGN KEY ("endedBy") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- What the schema's language cannot say.
ALTER TABLE "Adjudication" ALTER COLUMN "follows" SET NOT NULL;
ALTER TABLE "Thread" ALTER COLUMN "asks" SET NOT NULL;
ALTER TABLE "Adjudication" ADD CONSTRAINT "Adjudication_how" CHECK (
  CASE coalesce("how", 'against')
    WHEN 'take' THEN cardinality("follows") = 1
    WHEN 'combine' THEN cardinality("follows") > 1
    WHEN 'disputed' THEN cardinality("follows") = 0 AND label = 'disputed'
    WHEN 'against' THEN cardinality("follows") = 0
    ELSE false END);
ALTER TABLE "Adjudication" ADD CONSTRAINT "Adjudication_ended" CHECK (
  ("endedAt" IS NULL) = ("endedBy" IS NULL) AND ("endedAt" IS NULL OR NOT current));
ALTER TABLE "Thread" ADD CONSTRAINT "Thread_asks" CHECK (cardinality("asks") = 0 OR "unitId" IS NOT NULL);

-- Contested claims are listed over all documents; there are few of them among all passages.
CREATE INDEX "Unit_contested" ON "Unit" ("projectId") WHERE state = 'contested' AND NOT retired;
CREATE INDEX "Thread_questions" ON "Thread" ("projectId") WHERE "asks" <> '{}' AND "resolvedAt" IS NULL;

-- Decisions that stopped standing before now: the log knows when, and by whom.
UPDATE "Adjudication" a SET "endedAt" = e.at, "endedBy" = e."actorId"
FROM (
  SELECT DISTINCT ON (step -> 'before' ->> 'id') (step -> 'before' ->> 'id')::uuid AS id, c.at, c."actorId"
  FROM "Change" c, jsonb_array_elements(c.body::jsonb -> 'effect' -> 'adjudications') AS step
  WHERE c.kind IN ('claim-adjudicated', 'adjudication-reopened', 'change-undone', 'change-redone')
    AND strpos(c.body, '"adjudications"') > 0 AND step -> 'before' ->> 'id' IS NOT NULL
  ORDER BY step -> 'before' ->> 'id', c.revision DESC) e
WHERE e.id = a.id AND NOT a.current;
