-- How a project sets its sources: a style of the Citation Style Language, one that comes along or one that it uploaded.
ALTER TABLE "Project" ADD COLUMN "citationStyle" TEXT NOT NULL DEFAULT 'chicago',
  ADD COLUMN "citationLocale" TEXT NOT NULL DEFAULT 'en-GB',
  ADD COLUMN "archiveForm" TEXT NOT NULL DEFAULT 'latin';
ALTER TABLE "Project" ADD CONSTRAINT "Project_citationLocale" CHECK ("citationLocale" IN ('en-GB', 'en-US', 'ru-RU'));
ALTER TABLE "Project" ADD CONSTRAINT "Project_archiveForm" CHECK ("archiveForm" IN ('latin', 'russian', 'gost'));

CREATE TABLE "CitationStyle" (
    "id" UUID NOT NULL,
    "projectId" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "csl" TEXT NOT NULL,
    "createdBy" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "CitationStyle_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "CitationStyle_title" CHECK (title <> '')
);
CREATE INDEX "CitationStyle_projectId_idx" ON "CitationStyle"("projectId");
CREATE INDEX "CitationStyle_createdBy_idx" ON "CitationStyle"("createdBy");
ALTER TABLE "CitationStyle" ADD CONSTRAINT "CitationStyle_projectId_fkey"
  FOREIGN KEY ("projectId") REFERENCES "Project"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "CitationStyle" ADD CONSTRAINT "CitationStyle_createdBy_fkey"
  FOREIGN KEY ("createdBy") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
