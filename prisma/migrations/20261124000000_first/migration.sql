-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateTable
CREATE TABLE "User" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "passwordHash" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "User_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Identity" (
    "provider" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "userId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Identity_pkey" PRIMARY KEY ("provider","subject")
);

-- CreateTable
CREATE TABLE "Session" (
    "id" UUID NOT NULL,
    "secretHash" BYTEA NOT NULL,
    "userId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "lastSeenAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "endedAt" TIMESTAMPTZ(3),
    "userAgent" TEXT NOT NULL,
    "address" TEXT NOT NULL,

    CONSTRAINT "Session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SetupLink" (
    "secretHash" BYTEA NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "usedAt" TIMESTAMPTZ(3),

    CONSTRAINT "SetupLink_pkey" PRIMARY KEY ("secretHash")
);

-- CreateTable
CREATE TABLE "RateLimiterFlexible" (
    "key" TEXT NOT NULL,
    "points" INTEGER NOT NULL,
    "expire" TIMESTAMPTZ(3),

    CONSTRAINT "RateLimiterFlexible_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "Project" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "revision" INTEGER NOT NULL DEFAULT 0,
    "headHash" BYTEA NOT NULL,
    "policyVersion" INTEGER NOT NULL DEFAULT 1,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdBy" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Project_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Membership" (
    "projectId" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "role" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "joinedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "leftAt" TIMESTAMPTZ(3),

    CONSTRAINT "Membership_pkey" PRIMARY KEY ("projectId","userId")
);

-- CreateTable
CREATE TABLE "Invitation" (
    "id" UUID NOT NULL,
    "projectId" UUID NOT NULL,
    "role" TEXT NOT NULL,
    "secretHash" BYTEA NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "createdBy" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "acceptedBy" UUID,
    "acceptedAt" TIMESTAMPTZ(3),
    "revokedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Invitation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Policy" (
    "projectId" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "body" JSONB NOT NULL,
    "createdBy" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Policy_pkey" PRIMARY KEY ("projectId","version")
);

-- CreateTable
CREATE TABLE "Document" (
    "id" UUID NOT NULL,
    "projectId" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "author" TEXT NOT NULL DEFAULT '',
    "foundAt" TEXT NOT NULL DEFAULT '',
    "foundOn" TEXT NOT NULL DEFAULT '',
    "licence" TEXT NOT NULL DEFAULT '',
    "language" TEXT NOT NULL DEFAULT 'und',
    "currentVersion" INTEGER NOT NULL DEFAULT 1,
    "version" INTEGER NOT NULL DEFAULT 1,
    "revision" INTEGER NOT NULL DEFAULT 0,
    "headHash" BYTEA NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Document_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Version" (
    "documentId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "projectId" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "length" INTEGER NOT NULL,
    "words" INTEGER NOT NULL,
    "sha256" BYTEA NOT NULL,
    "original" BYTEA,
    "fileName" TEXT,
    "mediaType" TEXT,
    "encoding" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Version_pkey" PRIMARY KEY ("documentId","number")
);

-- CreateTable
CREATE TABLE "Unit" (
    "id" UUID NOT NULL,
    "projectId" UUID NOT NULL,
    "documentId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "length" INTEGER NOT NULL,
    "start" INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "rules" TEXT[],
    "cues" JSONB NOT NULL,
    "origin" TEXT NOT NULL,
    "bornStart" INTEGER NOT NULL,
    "bornEnd" INTEGER NOT NULL,
    "bornKind" TEXT NOT NULL,
    "retired" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,
    "state" TEXT NOT NULL DEFAULT 'open',
    "verdict" TEXT,
    "verdictBy" TEXT,

    CONSTRAINT "Unit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Annotation" (
    "id" UUID NOT NULL,
    "projectId" UUID NOT NULL,
    "documentId" UUID NOT NULL,
    "unitId" UUID NOT NULL,
    "reviewerId" UUID NOT NULL,
    "label" TEXT NOT NULL,
    "confidence" TEXT NOT NULL,
    "rationale" JSONB NOT NULL,
    "rationaleText" TEXT NOT NULL DEFAULT '',
    "start" INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    "current" BOOLEAN NOT NULL DEFAULT true,
    "revision" INTEGER NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Annotation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Source" (
    "id" UUID NOT NULL,
    "projectId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "csl" JSONB NOT NULL,
    "line" TEXT NOT NULL,
    "archive" JSONB,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdBy" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Source_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Citation" (
    "id" UUID NOT NULL,
    "projectId" UUID NOT NULL,
    "documentId" UUID NOT NULL,
    "unitId" UUID NOT NULL,
    "sourceId" UUID NOT NULL,
    "authorId" UUID NOT NULL,
    "stance" TEXT NOT NULL,
    "locatorLabel" TEXT NOT NULL DEFAULT 'page',
    "locator" TEXT NOT NULL DEFAULT '',
    "quotation" TEXT NOT NULL DEFAULT '',
    "note" TEXT NOT NULL DEFAULT '',
    "rank" TEXT,
    "directness" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "withdrawnAt" TIMESTAMPTZ(3),

    CONSTRAINT "Citation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Flag" (
    "id" UUID NOT NULL,
    "projectId" UUID NOT NULL,
    "documentId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "length" INTEGER NOT NULL,
    "start" INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    "quote" TEXT NOT NULL,
    "prefix" TEXT NOT NULL DEFAULT '',
    "suffix" TEXT NOT NULL DEFAULT '',
    "reason" TEXT NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "blocking" BOOLEAN NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'open',
    "raisedBy" UUID NOT NULL,
    "raisedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "answer" TEXT NOT NULL DEFAULT '',
    "answeredBy" UUID,
    "answeredAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Flag_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Adjudication" (
    "id" UUID NOT NULL,
    "projectId" UUID NOT NULL,
    "documentId" UUID NOT NULL,
    "unitId" UUID NOT NULL,
    "editorId" UUID NOT NULL,
    "label" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "current" BOOLEAN NOT NULL DEFAULT true,
    "revision" INTEGER NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Adjudication_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Change" (
    "streamId" UUID NOT NULL,
    "revision" INTEGER NOT NULL,
    "projectId" UUID NOT NULL,
    "documentId" UUID,
    "unitId" UUID,
    "actorId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "kind" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "undoes" INTEGER,
    "requestId" UUID NOT NULL,
    "inputHash" BYTEA NOT NULL,
    "hash" BYTEA NOT NULL,

    CONSTRAINT "Change_pkey" PRIMARY KEY ("streamId","revision")
);

-- CreateIndex
CREATE UNIQUE INDEX "User_email_key" ON "User"("email");

-- CreateIndex
CREATE INDEX "Identity_userId_idx" ON "Identity"("userId");

-- CreateIndex
CREATE INDEX "Session_userId_endedAt_idx" ON "Session"("userId", "endedAt");

-- CreateIndex
CREATE INDEX "Project_createdBy_idx" ON "Project"("createdBy");

-- CreateIndex
CREATE INDEX "Membership_userId_idx" ON "Membership"("userId");

-- CreateIndex
CREATE UNIQUE INDEX "Invitation_secretHash_key" ON "Invitation"("secretHash");

-- CreateIndex
CREATE INDEX "Invitation_createdBy_idx" ON "Invitation"("createdBy");

-- CreateIndex
CREATE UNIQUE INDEX "Invitation_projectId_id_key" ON "Invitation"("projectId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Document_projectId_id_key" ON "Document"("projectId", "id");

-- CreateIndex
CREATE INDEX "Version_projectId_documentId_idx" ON "Version"("projectId", "documentId");

-- CreateIndex
CREATE INDEX "Version_projectId_sha256_idx" ON "Version"("projectId", "sha256");

-- CreateIndex
CREATE UNIQUE INDEX "Version_documentId_number_length_key" ON "Version"("documentId", "number", "length");

-- CreateIndex
CREATE INDEX "Unit_documentId_number_start_idx" ON "Unit"("documentId", "number", "start");

-- CreateIndex
CREATE UNIQUE INDEX "Unit_projectId_documentId_id_key" ON "Unit"("projectId", "documentId", "id");

-- CreateIndex
CREATE INDEX "Annotation_unitId_idx" ON "Annotation"("unitId");

-- CreateIndex
CREATE INDEX "Annotation_documentId_reviewerId_idx" ON "Annotation"("documentId", "reviewerId");

-- CreateIndex
CREATE INDEX "Annotation_reviewerId_idx" ON "Annotation"("reviewerId");

-- CreateIndex
CREATE INDEX "Source_projectId_line_idx" ON "Source"("projectId", "line");

-- CreateIndex
CREATE UNIQUE INDEX "Source_projectId_id_key" ON "Source"("projectId", "id");

-- CreateIndex
CREATE INDEX "Citation_unitId_idx" ON "Citation"("unitId");

-- CreateIndex
CREATE INDEX "Citation_projectId_sourceId_idx" ON "Citation"("projectId", "sourceId");

-- CreateIndex
CREATE INDEX "Citation_authorId_idx" ON "Citation"("authorId");

-- CreateIndex
CREATE INDEX "Flag_documentId_number_start_idx" ON "Flag"("documentId", "number", "start");

-- CreateIndex
CREATE INDEX "Flag_projectId_status_raisedAt_idx" ON "Flag"("projectId", "status", "raisedAt");

-- CreateIndex
CREATE INDEX "Flag_raisedBy_idx" ON "Flag"("raisedBy");

-- CreateIndex
CREATE INDEX "Flag_answeredBy_idx" ON "Flag"("answeredBy");

-- CreateIndex
CREATE UNIQUE INDEX "Flag_projectId_id_key" ON "Flag"("projectId", "id");

-- CreateIndex
CREATE INDEX "Adjudication_unitId_idx" ON "Adjudication"("unitId");

-- CreateIndex
CREATE INDEX "Adjudication_editorId_idx" ON "Adjudication"("editorId");

-- CreateIndex
CREATE INDEX "Change_projectId_at_idx" ON "Change"("projectId", "at" DESC);

-- CreateIndex
CREATE INDEX "Change_projectId_kind_at_idx" ON "Change"("projectId", "kind", "at" DESC);

-- CreateIndex
CREATE INDEX "Change_projectId_actorId_at_idx" ON "Change"("projectId", "actorId", "at" DESC);

-- CreateIndex
CREATE INDEX "Change_unitId_revision_idx" ON "Change"("unitId", "revision");

-- CreateIndex
CREATE INDEX "Change_actorId_idx" ON "Change"("actorId");

-- CreateIndex
CREATE UNIQUE INDEX "Change_streamId_requestId_key" ON "Change"("streamId", "requestId");

-- AddForeignKey
ALTER TABLE "Identity" ADD CONSTRAINT "Identity_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Session" ADD CONSTRAINT "Session_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Project" ADD CONSTRAINT "Project_createdBy_fkey" FOREIGN KEY ("createdBy") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Membership" ADD CONSTRAINT "Membership_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Membership" ADD CONSTRAINT "Membership_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Invitation" ADD CONSTRAINT "Invitation_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Invitation" ADD CONSTRAINT "Invitation_createdBy_fkey" FOREIGN KEY ("createdBy") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Policy" ADD CONSTRAINT "Policy_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Document" ADD CONSTRAINT "Document_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Version" ADD CONSTRAINT "Version_projectId_documentId_fkey" FOREIGN KEY ("projectId", "documentId") REFERENCES "Document"("projectId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Unit" ADD CONSTRAINT "Unit_documentId_number_length_fkey" FOREIGN KEY ("documentId", "number", "length") REFERENCES "Version"("documentId", "number", "length") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Unit" ADD CONSTRAINT "Unit_projectId_documentId_fkey" FOREIGN KEY ("projectId", "documentId") REFERENCES "Document"("projectId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Annotation" ADD CONSTRAINT "Annotation_projectId_documentId_unitId_fkey" FOREIGN KEY ("projectId", "documentId", "unitId") REFERENCES "Unit"("projectId", "documentId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Annotation" ADD CONSTRAINT "Annotation_reviewerId_fkey" FOREIGN KEY ("reviewerId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Source" ADD CONSTRAINT "Source_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Citation" ADD CONSTRAINT "Citation_projectId_documentId_unitId_fkey" FOREIGN KEY ("projectId", "documentId", "unitId") REFERENCES "Unit"("projectId", "documentId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Citation" ADD CONSTRAINT "Citation_projectId_sourceId_fkey" FOREIGN KEY ("projectId", "sourceId") REFERENCES "Source"("projectId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Citation" ADD CONSTRAINT "Citation_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Flag" ADD CONSTRAINT "Flag_projectId_documentId_fkey" FOREIGN KEY ("projectId", "documentId") REFERENCES "Document"("projectId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Flag" ADD CONSTRAINT "Flag_documentId_number_length_fkey" FOREIGN KEY ("documentId", "number", "length") REFERENCES "Version"("documentId", "number", "length") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Flag" ADD CONSTRAINT "Flag_raisedBy_fkey" FOREIGN KEY ("raisedBy") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Flag" ADD CONSTRAINT "Flag_answeredBy_fkey" FOREIGN KEY ("answeredBy") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Adjudication" ADD CONSTRAINT "Adjudication_projectId_documentId_unitId_fkey" FOREIGN KEY ("projectId", "documentId", "unitId") REFERENCES "Unit"("projectId", "documentId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Adjudication" ADD CONSTRAINT "Adjudication_editorId_fkey" FOREIGN KEY ("editorId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Change" ADD CONSTRAINT "Change_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Change" ADD CONSTRAINT "Change_actorId_fkey" FOREIGN KEY ("actorId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;


-- What Prisma's language cannot say: what must never be.

CREATE EXTENSION IF NOT EXISTS btree_gist;

ALTER TABLE "User" ADD CONSTRAINT "User_email_lower" CHECK (email = lower(email) AND email <> '');

ALTER TABLE "Membership" ADD CONSTRAINT "Membership_role" CHECK (role IN ('reader', 'reviewer', 'editor', 'owner'));
ALTER TABLE "Invitation" ADD CONSTRAINT "Invitation_role" CHECK (role IN ('reader', 'reviewer', 'editor', 'owner'));
ALTER TABLE "Invitation" ADD CONSTRAINT "Invitation_accepted" CHECK (("acceptedAt" IS NULL) = ("acceptedBy" IS NULL));

ALTER TABLE "Project" ADD CONSTRAINT "Project_name" CHECK (name <> '');
ALTER TABLE "Project" ADD CONSTRAINT "Project_policy"
  FOREIGN KEY (id, "policyVersion") REFERENCES "Policy" ("projectId", version) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE "Document" ADD CONSTRAINT "Document_title" CHECK (title <> '');
ALTER TABLE "Document" ADD CONSTRAINT "Document_currentVersion"
  FOREIGN KEY (id, "currentVersion") REFERENCES "Version" ("documentId", number) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE "Version" ADD CONSTRAINT "Version_text" CHECK (text <> '' AND length > 0 AND length(text) <= length);
ALTER TABLE "Version" ADD CONSTRAINT "Version_sha256" CHECK (octet_length(sha256) = 32 AND sha256 = sha256(convert_to(text, 'UTF8')));

-- A span lies in its text and is not empty; live units of a version never overlap.
ALTER TABLE "Unit" ADD CONSTRAINT "Unit_span" CHECK (start >= 0 AND start < "end" AND "end" <= length);
ALTER TABLE "Unit" ADD CONSTRAINT "Unit_born" CHECK ("bornStart" >= 0 AND "bornStart" < "bornEnd" AND "bornEnd" <= length);
ALTER TABLE "Unit" ADD CONSTRAINT "Unit_kind"
  CHECK (kind IN ('claim', 'opinion', 'question', 'instruction', 'meta', 'boilerplate', 'fragment'));
ALTER TABLE "Unit" ADD CONSTRAINT "Unit_origin" CHECK (origin IN ('splitter', 'person'));
ALTER TABLE "Unit" ADD CONSTRAINT "Unit_state" CHECK (state IN ('open', 'in-review', 'contested', 'blocked', 'vetted'));
ALTER TABLE "Unit" ADD CONSTRAINT "Unit_verdict" CHECK (
  (verdict IS NULL AND "verdictBy" IS NULL AND state IN ('open', 'in-review', 'contested'))
  OR (verdict IN ('documented', 'disputed', 'speculative') AND "verdictBy" IN ('policy', 'adjudication') AND state IN ('blocked', 'vetted')));
ALTER TABLE "Unit" ADD CONSTRAINT "Unit_apart" EXCLUDE USING gist (
  "documentId" WITH =, number WITH =, int4range(start, "end") WITH &&) WHERE (NOT retired) DEFERRABLE INITIALLY DEFERRED;
CREATE INDEX "Unit_live" ON "Unit" ("documentId", number, start) WHERE NOT retired;
CREATE INDEX "Unit_vetted" ON "Unit" ("projectId", state) WHERE NOT retired AND kind = 'claim';

ALTER TABLE "Annotation" ADD CONSTRAINT "Annotation_label" CHECK (label IN ('documented', 'disputed', 'speculative'));
ALTER TABLE "Annotation" ADD CONSTRAINT "Annotation_confidence" CHECK (confidence IN ('low', 'moderate', 'high'));
ALTER TABLE "Annotation" ADD CONSTRAINT "Annotation_span" CHECK (start >= 0 AND start < "end");
CREATE UNIQUE INDEX "Annotation_current" ON "Annotation" ("unitId", "reviewerId") WHERE current;

ALTER TABLE "Source" ADD CONSTRAINT "Source_kind" CHECK (kind IN (
  'archival-record', 'memoir', 'interview', 'press', 'scholarly', 'reference-work', 'web-page', 'other'));
ALTER TABLE "Source" ADD CONSTRAINT "Source_line" CHECK (line <> '');

ALTER TABLE "Citation" ADD CONSTRAINT "Citation_stance" CHECK (stance IN ('supports', 'disputes', 'mentions', 'repeats'));
ALTER TABLE "Citation" ADD CONSTRAINT "Citation_rank" CHECK (rank IN ('primary', 'secondary', 'tertiary'));
ALTER TABLE "Citation" ADD CONSTRAINT "Citation_directness" CHECK (directness IN (
  'contemporaneous-record', 'eyewitness', 'recollection', 'hearsay', 'later-analysis'));

ALTER TABLE "Flag" ADD CONSTRAINT "Flag_span" CHECK (start >= 0 AND start < "end" AND "end" <= length);
ALTER TABLE "Flag" ADD CONSTRAINT "Flag_quote" CHECK (quote <> '');
ALTER TABLE "Flag" ADD CONSTRAINT "Flag_reason" CHECK (reason IN (
  'needs-source', 'misquoted', 'mistranslated', 'out-of-context', 'contradicts', 'duplicate', 'text-damaged', 'off-topic', 'privacy', 'other'));
ALTER TABLE "Flag" ADD CONSTRAINT "Flag_status" CHECK (status IN ('open', 'answered', 'withdrawn'));
ALTER TABLE "Flag" ADD CONSTRAINT "Flag_answer" CHECK (status <> 'answered' OR (answer <> '' AND "answeredBy" IS NOT NULL));
CREATE INDEX "Flag_open" ON "Flag" ("documentId", number, start) WHERE status = 'open';

ALTER TABLE "Adjudication" ADD CONSTRAINT "Adjudication_label" CHECK (label IN ('documented', 'disputed', 'speculative'));
ALTER TABLE "Adjudication" ADD CONSTRAINT "Adjudication_reason" CHECK (reason <> '');
CREATE UNIQUE INDEX "Adjudication_current" ON "Adjudication" ("unitId") WHERE current;

-- The log of changes only grows.
ALTER TABLE "Change" ADD CONSTRAINT "Change_stream" CHECK ("streamId" = coalesce("documentId", "projectId") AND revision > 0);
CREATE FUNCTION refuse_rewriting() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'The log of changes is append-only.' USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER "Change_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "Change"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting();
