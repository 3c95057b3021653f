-- Which claims a flag of people touches is asked for every claim whose verdict is computed: rules' flags must not be in the way.
DROP INDEX "Flag_open";
CREATE INDEX "Flag_open" ON "Flag" ("documentId", number, start) WHERE status = 'open' AND "raisedBy" IS NOT NULL;
