-- Which splitter proposed the units of a text; those from before versions were counted are of the first.
ALTER TABLE "Version" ADD COLUMN "splitterVersion" INTEGER NOT NULL DEFAULT 1;
ALTER TABLE "Version" ADD CONSTRAINT "Version_splitterVersion" CHECK ("splitterVersion" > 0);

-- Whether the splitter proposes a unit, which is what restoring brings back: not what a person made, and not what a
-- newer splitter replaced.
ALTER TABLE "Unit" ADD COLUMN proposed BOOLEAN NOT NULL DEFAULT true;
UPDATE "Unit" SET proposed = false WHERE origin = 'person';
SET CONSTRAINTS ALL IMMEDIATE;
