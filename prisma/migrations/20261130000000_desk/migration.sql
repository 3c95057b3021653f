-- Flags are raised by people or by rules. A rule's flag is on one claim and says in "detail" what it found; nobody
-- raised it. It is settled, and may be opened anew, by the rows that it is computed from.
ALTER TABLE "Flag"
  ALTER COLUMN "raisedBy" DROP NOT NULL,
  ADD COLUMN "unitId" UUID,
  ADD COLUMN "detail" JSONB,
  ADD COLUMN "assigneeId" UUID,
  ADD COLUMN "dueOn" DATE;

ALTER TABLE "Flag" DROP CONSTRAINT "Flag_reason", DROP CONSTRAINT "Flag_status", DROP CONSTRAINT "Flag_quote";
ALTER TABLE "Flag" ADD CONSTRAINT "Flag_reason" CHECK (CASE WHEN "raisedBy" IS NOT NULL
  THEN "unitId" IS NULL AND "detail" IS NULL AND reason IN ('needs-source', 'misquoted', 'mistranslated', 'out-of-context',
    'contradicts', 'duplicate', 'text-damaged', 'off-topic', 'privacy', 'other')
  ELSE "unitId" IS NOT NULL AND "detail" IS NOT NULL AND NOT blocking AND reason IN ('reviewers-disagree',
    'documented-without-evidence', 'one-witness', 'hedged-documented', 'source-downgraded', 'contradiction-confirmed',
    'anchor-lost') END);
ALTER TABLE "Flag" ADD CONSTRAINT "Flag_status" CHECK (status IN ('open', 'answered', 'withdrawn')
  OR (status = 'settled' AND "raisedBy" IS NULL));
-- The passage of a rule's flag is its claim's, which is kept there as it was when it was last looked at.
ALTER TABLE "Flag" ADD CONSTRAINT "Flag_quote" CHECK (quote <> '' OR "raisedBy" IS NULL);

ALTER TABLE "Flag" ADD CONSTRAINT "Flag_projectId_documentId_unitId_fkey"
  FOREIGN KEY ("projectId", "documentId", "unitId") REFERENCES "Unit"("projectId", "documentId", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "Flag" ADD CONSTRAINT "Flag_assigneeId_fkey"
  FOREIGN KEY ("assigneeId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- One flag of a rule on a claim.
CREATE UNIQUE INDEX "Flag_unitId_reason_key" ON "Flag"("unitId", "reason");
CREATE INDEX "Flag_assigneeId_idx" ON "Flag"("assigneeId");

-- By which rules a document's claims were last looked through; 0 for one from before there were any.
ALTER TABLE "Document" ADD COLUMN "rulesVersion" INTEGER NOT NULL DEFAULT 0;
