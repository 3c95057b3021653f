-- What an uploaded file says beside its words: pages, notes and what stands around the text, at positions in it. And the
-- hash of the file itself, so that whoever has it can tell that it is the one.
ALTER TABLE "Version" ADD COLUMN "anchors" JSONB NOT NULL DEFAULT '[]';
ALTER TABLE "Version" ADD COLUMN "originalSha256" BYTEA;
UPDATE "Version" SET "originalSha256" = sha256("original") WHERE "original" IS NOT NULL;
ALTER TABLE "Version" ADD CONSTRAINT "Version_anchors" CHECK (jsonb_typeof("anchors") = 'array');
ALTER TABLE "Version" ADD CONSTRAINT "Version_original" CHECK (("original" IS NULL) = ("originalSha256" IS NULL));

-- They belong to the text, and it never changes.
DROP TRIGGER "Version_text_stays" ON "Version";
CREATE TRIGGER "Version_text_stays" BEFORE UPDATE OF text, length, sha256, original, "originalSha256", anchors ON "Version"
  FOR EACH ROW EXECUTE FUNCTION refuse_new_text();
