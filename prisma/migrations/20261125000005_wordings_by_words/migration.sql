-- The keys of a wording come from its words one by one; those that were made of its letters in a row meet none of them.
-- They are made again when the server starts.
DELETE FROM "Wording";
UPDATE "Document" SET "wordedVersion" = 0;
