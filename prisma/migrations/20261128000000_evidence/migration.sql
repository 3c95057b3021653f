-- What evidence is weighed by: when a source was made and what time it tells of, its grade, what it derives from, and
-- for a citation how credible the source is there, what it bears on and through which work it was seen.
ALTER TABLE "Source" ADD COLUMN "created" TEXT NOT NULL DEFAULT '',
  ADD COLUMN "tells" TEXT NOT NULL DEFAULT '',
  ADD COLUMN "reliability" TEXT;
ALTER TABLE "Source" ADD CONSTRAINT "Source_reliability" CHECK (reliability IN ('A', 'B', 'C', 'D', 'E', 'F'));

ALTER TABLE "Citation" ADD COLUMN "credibility" INTEGER,
  ADD COLUMN "bearsOn" TEXT NOT NULL DEFAULT 'so',
  ADD COLUMN "throughId" UUID;
ALTER TABLE "Citation" ADD CONSTRAINT "Citation_credibility" CHECK (credibility BETWEEN 1 AND 6);
ALTER TABLE "Citation" ADD CONSTRAINT "Citation_bearsOn" CHECK ("bearsOn" IN ('so', 'said'));
ALTER TABLE "Citation" ADD CONSTRAINT "Citation_through" CHECK ("throughId" <> "sourceId");
CREATE INDEX "Citation_projectId_throughId_idx" ON "Citation"("projectId", "throughId");
ALTER TABLE "Citation" ADD CONSTRAINT "Citation_projectId_throughId_fkey"
  FOREIGN KEY ("projectId", "throughId") REFERENCES "Source"("projectId", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

ALTER TABLE "Annotation" ADD COLUMN "said" TEXT;
ALTER TABLE "Annotation" ADD CONSTRAINT "Annotation_said" CHECK (said IN ('documented', 'disputed', 'speculative'));
ALTER TABLE "Unit" ADD COLUMN "said" TEXT;
ALTER TABLE "Unit" ADD CONSTRAINT "Unit_said" CHECK (said IN ('documented', 'disputed', 'speculative'));

CREATE TABLE "Grading" (
    "id" UUID NOT NULL,
    "projectId" UUID NOT NULL,
    "sourceId" UUID NOT NULL,
    "reliability" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "gradedBy" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Grading_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "Grading_reliability" CHECK (reliability IN ('A', 'B', 'C', 'D', 'E', 'F')),
    CONSTRAINT "Grading_reason" CHECK (reason <> '')
);
CREATE INDEX "Grading_projectId_sourceId_createdAt_idx" ON "Grading"("projectId", "sourceId", "createdAt" DESC);
CREATE INDEX "Grading_gradedBy_idx" ON "Grading"("gradedBy");
ALTER TABLE "Grading" ADD CONSTRAINT "Grading_projectId_sourceId_fkey"
  FOREIGN KEY ("projectId", "sourceId") REFERENCES "Source"("projectId", "id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "Grading" ADD CONSTRAINT "Grading_gradedBy_fkey"
  FOREIGN KEY ("gradedBy") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE TABLE "Derivation" (
    "id" UUID NOT NULL,
    "projectId" UUID NOT NULL,
    "derivedId" UUID NOT NULL,
    "originId" UUID NOT NULL,
    "how" TEXT NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "statedBy" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "withdrawnAt" TIMESTAMPTZ(3),

    CONSTRAINT "Derivation_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "Derivation_how" CHECK (how IN ('quotes', 'translates', 'retells', 'edits', 'cites-only')),
    CONSTRAINT "Derivation_two" CHECK ("derivedId" <> "originId")
);
CREATE UNIQUE INDEX "Derivation_standing" ON "Derivation" ("derivedId", "originId") WHERE "withdrawnAt" IS NULL;
CREATE INDEX "Derivation_projectId_derivedId_idx" ON "Derivation"("projectId", "derivedId");
CREATE INDEX "Derivation_projectId_originId_idx" ON "Derivation"("projectId", "originId");
CREATE INDEX "Derivation_statedBy_idx" ON "Derivation"("statedBy");
ALTER TABLE "Derivation" ADD CONSTRAINT "Derivation_projectId_derivedId_fkey"
  FOREIGN KEY ("projectId", "derivedId") REFERENCES "Source"("projectId", "id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "Derivation" ADD CONSTRAINT "Derivation_projectId_originId_fkey"
  FOREIGN KEY ("projectId", "originId") REFERENCES "Source"("projectId", "id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "Derivation" ADD CONSTRAINT "Derivation_statedBy_fkey"
  FOREIGN KEY ("statedBy") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE TABLE "Reopening" (
    "id" UUID NOT NULL,
    "projectId" UUID NOT NULL,
    "documentId" UUID NOT NULL,
    "unitId" UUID NOT NULL,
    "label" TEXT NOT NULL,
    "streamId" UUID NOT NULL,
    "revision" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Reopening_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "Reopening_label" CHECK (label IN ('documented', 'disputed', 'speculative'))
);
CREATE INDEX "Reopening_projectId_at_idx" ON "Reopening"("projectId", "at" DESC);
CREATE INDEX "Reopening_unitId_at_idx" ON "Reopening"("unitId", "at" DESC);
ALTER TABLE "Reopening" ADD CONSTRAINT "Reopening_projectId_documentId_unitId_fkey"
  FOREIGN KEY ("projectId", "documentId", "unitId") REFERENCES "Unit"("projectId", "documentId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
