-- What the splitter noticed in a unit, kept beside its span and kind, so that restoring brings back all of it.
ALTER TABLE "Unit" ADD COLUMN "bornCues" JSONB NOT NULL DEFAULT '[]';
UPDATE "Unit" SET "bornCues" = cues;
SET CONSTRAINTS ALL IMMEDIATE;
ALTER TABLE "Unit" ALTER COLUMN "bornCues" DROP DEFAULT;
