-- People flag living persons and sensitive passages too; exports can leave those out, and what is flagged as private.
ALTER TABLE "Flag" DROP CONSTRAINT "Flag_reason";
ALTER TABLE "Flag" ADD CONSTRAINT "Flag_reason" CHECK (CASE WHEN "raisedBy" IS NOT NULL
  THEN "unitId" IS NULL AND "detail" IS NULL AND reason IN ('needs-source', 'misquoted', 'mistranslated', 'out-of-context',
    'contradicts', 'duplicate', 'text-damaged', 'off-topic', 'privacy', 'living-person', 'sensitive', 'other')
  ELSE "unitId" IS NOT NULL AND "detail" IS NOT NULL AND NOT blocking AND reason IN ('reviewers-disagree',
    'documented-without-evidence', 'one-witness', 'hedged-documented', 'source-downgraded', 'contradiction-confirmed',
    'anchor-lost') END);
