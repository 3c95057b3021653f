-- AddForeignKey
ALTER TABLE "Change" ADD CONSTRAINT "Change_projectId_documentId_fkey" FOREIGN KEY ("projectId", "documentId") REFERENCES "Document"("projectId", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- What Prisma's language cannot say.

-- A version's length is its text's in UTF-16 code units: one for each character, two for those beyond the first plane.
ALTER TABLE "Version" DROP CONSTRAINT "Version_text";
ALTER TABLE "Version" ADD CONSTRAINT "Version_text" CHECK (
  text <> '' AND length = length(text) + length(regexp_replace(text, '[^\U00010000-\U0010FFFF]+', '', 'g')));

-- The raw text is evidence: a correction makes a new version.
CREATE FUNCTION refuse_new_text() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'A version''s text never changes.' USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER "Version_text_stays" BEFORE UPDATE OF text, length, sha256, original ON "Version"
  FOR EACH ROW EXECUTE FUNCTION refuse_new_text();

-- An annotation remembers the span that it judged, and that lies in the text its unit lies in.
CREATE FUNCTION refuse_span_outside() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."end" > (SELECT length FROM "Unit" WHERE id = NEW."unitId") THEN
    RAISE EXCEPTION 'An annotation''s span lies outside of its text.'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'Annotation_span_inside', TABLE = 'Annotation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "Annotation_span_inside" BEFORE INSERT OR UPDATE OF "end", "unitId" ON "Annotation"
  FOR EACH ROW EXECUTE FUNCTION refuse_span_outside();

ALTER TABLE "Citation" ADD CONSTRAINT "Citation_locatorLabel" CHECK ("locatorLabel" IN (
  'page', 'chapter', 'section', 'paragraph', 'line', 'note', 'volume', 'issue', 'folio', 'column', 'timestamp',
  'url-fragment', 'other'));

-- A vetted or blocked unit has a verdict: a check that comes to NULL would let it be without one.
ALTER TABLE "Unit" DROP CONSTRAINT "Unit_verdict";
ALTER TABLE "Unit" ADD CONSTRAINT "Unit_verdict" CHECK (
  (verdict IS NULL AND "verdictBy" IS NULL AND state IN ('open', 'in-review', 'contested'))
  OR (verdict IS NOT NULL AND verdict IN ('documented', 'disputed', 'speculative')
    AND "verdictBy" IS NOT NULL AND "verdictBy" IN ('policy', 'adjudication') AND state IN ('blocked', 'vetted')));
