-- How openly exports may name somebody: as the project allows, and as they allow themselves.
ALTER TABLE "User" ADD COLUMN "orcid" TEXT, ADD COLUMN "exportNames" TEXT NOT NULL DEFAULT 'name';
ALTER TABLE "User" ADD CONSTRAINT "User_exportNames" CHECK ("exportNames" IN ('name', 'pseudonym', 'none'));
ALTER TABLE "User" ADD CONSTRAINT "User_orcid" CHECK ("orcid" ~ '^(\d{4}-){3}\d{3}[\dX]$');
ALTER TABLE "Project" ADD COLUMN "exportNames" TEXT NOT NULL DEFAULT 'name';
ALTER TABLE "Project" ADD CONSTRAINT "Project_exportNames" CHECK ("exportNames" IN ('name', 'pseudonym', 'none'));
