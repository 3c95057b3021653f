-- An annotation remembers in which version of the text it judged a span; units move on to newer ones.
ALTER TABLE "Annotation" ADD COLUMN number INTEGER NOT NULL DEFAULT 1;

CREATE OR REPLACE FUNCTION refuse_span_outside() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."end" > coalesce((SELECT length FROM "Version" WHERE "documentId" = NEW."documentId" AND number = NEW.number), 0) THEN
    RAISE EXCEPTION 'An annotation''s span lies outside of its text.'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'Annotation_span_inside', TABLE = 'Annotation';
  END IF;
  RETURN NEW;
END $$;

