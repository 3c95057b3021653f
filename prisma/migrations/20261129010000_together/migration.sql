-- Working together: blind review, the queue and assignments, discussions, and what concerns a person.

-- AlterTable
ALTER TABLE "Annotation" ADD COLUMN     "blind" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "Document" ADD COLUMN     "blind" BOOLEAN;

-- AlterTable
ALTER TABLE "Project" ADD COLUMN     "blind" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "pseudonymSalt" UUID NOT NULL DEFAULT gen_random_uuid(),
ADD COLUMN     "pseudonyms" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "queueOrder" TEXT NOT NULL DEFAULT 'document';

-- CreateTable
CREATE TABLE "ClaimLease" (
    "unitId" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "projectId" UUID NOT NULL,
    "documentId" UUID NOT NULL,
    "takenAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ClaimLease_pkey" PRIMARY KEY ("unitId","userId")
);

-- CreateTable
CREATE TABLE "ClaimSkip" (
    "unitId" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "projectId" UUID NOT NULL,
    "documentId" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ClaimSkip_pkey" PRIMARY KEY ("unitId","userId")
);

-- CreateTable
CREATE TABLE "Assignment" (
    "id" UUID NOT NULL,
    "projectId" UUID NOT NULL,
    "documentId" UUID NOT NULL,
    "unitId" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "batchId" UUID NOT NULL,
    "assignedBy" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Assignment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Thread" (
    "id" UUID NOT NULL,
    "projectId" UUID NOT NULL,
    "documentId" UUID,
    "unitId" UUID,
    "flagId" UUID,
    "sourceId" UUID,
    "createdBy" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "resolvedBy" UUID,
    "resolvedAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Thread_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Comment" (
    "id" UUID NOT NULL,
    "projectId" UUID NOT NULL,
    "threadId" UUID NOT NULL,
    "authorId" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "editedAt" TIMESTAMPTZ(3),
    "deletedAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Comment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ThreadRead" (
    "threadId" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "readTo" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ThreadRead_pkey" PRIMARY KEY ("threadId","userId")
);

-- CreateTable
CREATE TABLE "Notice" (
    "id" UUID NOT NULL,
    "projectId" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "actorId" UUID NOT NULL,
    "documentId" UUID,
    "unitId" UUID,
    "flagId" UUID,
    "sourceId" UUID,
    "threadId" UUID,
    "count" INTEGER,
    "streamId" UUID NOT NULL,
    "revision" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "readAt" TIMESTAMPTZ(3),
    "mailedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Notice_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "ClaimLease_projectId_userId_idx" ON "ClaimLease"("projectId", "userId");

-- CreateIndex
CREATE INDEX "ClaimLease_userId_idx" ON "ClaimLease"("userId");

-- CreateIndex
CREATE INDEX "ClaimSkip_projectId_userId_idx" ON "ClaimSkip"("projectId", "userId");

-- CreateIndex
CREATE INDEX "ClaimSkip_userId_idx" ON "ClaimSkip"("userId");

-- CreateIndex
CREATE INDEX "Assignment_unitId_idx" ON "Assignment"("unitId");

-- CreateIndex
CREATE INDEX "Assignment_projectId_userId_idx" ON "Assignment"("projectId", "userId");

-- CreateIndex
CREATE INDEX "Assignment_userId_idx" ON "Assignment"("userId");

-- CreateIndex
CREATE INDEX "Assignment_assignedBy_idx" ON "Assignment"("assignedBy");

-- CreateIndex
CREATE INDEX "Thread_unitId_idx" ON "Thread"("unitId");

-- CreateIndex
CREATE INDEX "Thread_projectId_flagId_idx" ON "Thread"("projectId", "flagId");

-- CreateIndex
CREATE INDEX "Thread_projectId_sourceId_idx" ON "Thread"("projectId", "sourceId");

-- CreateIndex
CREATE INDEX "Thread_createdBy_idx" ON "Thread"("createdBy");

-- CreateIndex
CREATE UNIQUE INDEX "Thread_projectId_id_key" ON "Thread"("projectId", "id");

-- CreateIndex
CREATE INDEX "Comment_threadId_createdAt_idx" ON "Comment"("threadId", "createdAt");

-- CreateIndex
CREATE INDEX "Comment_authorId_idx" ON "Comment"("authorId");

-- CreateIndex
CREATE INDEX "ThreadRead_userId_idx" ON "ThreadRead"("userId");

-- CreateIndex
CREATE INDEX "Notice_userId_at_idx" ON "Notice"("userId", "at" DESC);

-- CreateIndex
CREATE INDEX "Notice_projectId_userId_idx" ON "Notice"("projectId", "userId");

-- CreateIndex
CREATE INDEX "Notice_actorId_idx" ON "Notice"("actorId");

-- AddForeignKey
ALTER TABLE "ClaimLease" ADD CONSTRAINT "ClaimLease_projectId_documentId_unitId_fkey" FOREIGN KEY ("projectId", "documentId", "unitId") REFERENCES "Unit"("projectId", "documentId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ClaimLease" ADD CONSTRAINT "ClaimLease_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ClaimSkip" ADD CONSTRAINT "ClaimSkip_projectId_documentId_unitId_fkey" FOREIGN KEY ("projectId", "documentId", "unitId") REFERENCES "Unit"("projectId", "documentId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ClaimSkip" ADD CONSTRAINT "ClaimSkip_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Assignment" ADD CONSTRAINT "Assignment_projectId_documentId_unitId_fkey" FOREIGN KEY ("projectId", "documentId", "unitId") REFERENCES "Unit"("projectId", "documentId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Assignment" ADD CONSTRAINT "Assignment_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Assignment" ADD CONSTRAINT "Assignment_assignedBy_fkey" FOREIGN KEY ("assignedBy") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Thread" ADD CONSTRAINT "Thread_projectId_documentId_unitId_fkey" FOREIGN KEY ("projectId", "documentId", "unitId") REFERENCES "Unit"("projectId", "documentId", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "Thread" ADD CONSTRAINT "Thread_projectId_flagId_fkey" FOREIGN KEY ("projectId", "flagId") REFERENCES "Flag"("projectId", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "Thread" ADD CONSTRAINT "Thread_projectId_sourceId_fkey" FOREIGN KEY ("projectId", "sourceId") REFERENCES "Source"("projectId", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "Thread" ADD CONSTRAINT "Thread_createdBy_fkey" FOREIGN KEY ("createdBy") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Comment" ADD CONSTRAINT "Comment_projectId_threadId_fkey" FOREIGN KEY ("projectId", "threadId") REFERENCES "Thread"("projectId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Comment" ADD CONSTRAINT "Comment_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ThreadRead" ADD CONSTRAINT "ThreadRead_threadId_fkey" FOREIGN KEY ("threadId") REFERENCES "Thread"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ThreadRead" ADD CONSTRAINT "ThreadRead_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Notice" ADD CONSTRAINT "Notice_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Notice" ADD CONSTRAINT "Notice_actorId_fkey" FOREIGN KEY ("actorId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What the schema's language cannot say.
ALTER TABLE "Project" ADD CONSTRAINT "Project_queueOrder" CHECK ("queueOrder" IN ('document', 'fewest', 'contested', 'flagged', 'assigned'));
ALTER TABLE "ClaimLease" ADD CONSTRAINT "ClaimLease_life" CHECK ("expiresAt" >= "takenAt");
ALTER TABLE "ClaimSkip" ADD CONSTRAINT "ClaimSkip_size" CHECK (length(reason) BETWEEN 1 AND 40 AND length(note) <= 2000);
CREATE UNIQUE INDEX "Assignment_open" ON "Assignment" ("unitId", "userId") WHERE "endedAt" IS NULL;
ALTER TABLE "Thread" ADD CONSTRAINT "Thread_subject" CHECK (num_nonnulls("unitId", "flagId", "sourceId") = 1 AND ("sourceId" IS NULL) = ("documentId" IS NOT NULL));
ALTER TABLE "Thread" ADD CONSTRAINT "Thread_resolved" CHECK (("resolvedAt" IS NULL) = ("resolvedBy" IS NULL));
ALTER TABLE "Comment" ADD CONSTRAINT "Comment_size" CHECK (length(text) BETWEEN 1 AND 10000);
