-- Discussions: a deleted comment keeps none of its words, and how a person is told by e-mail.

-- CreateTable
CREATE TABLE "MailSetting" (
    "userId" UUID NOT NULL,
    "choice" TEXT NOT NULL DEFAULT 'daily',
    "dueAt" TIMESTAMPTZ(3),
    "heldUntil" TIMESTAMPTZ(3),
    "tries" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "MailSetting_pkey" PRIMARY KEY ("userId")
);

-- AddForeignKey
ALTER TABLE "MailSetting" ADD CONSTRAINT "MailSetting_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What the schema's language cannot say.
ALTER TABLE "MailSetting" ADD CONSTRAINT "MailSetting_choice" CHECK ("choice" IN ('off', 'hourly', 'daily'));
ALTER TABLE "Comment" DROP CONSTRAINT "Comment_size";
ALTER TABLE "Comment" ADD CONSTRAINT "Comment_size" CHECK (
  CASE WHEN "deletedAt" IS NULL THEN length(text) BETWEEN 1 AND 10000 ELSE text = '' END);
CREATE INDEX "Notice_unread" ON "Notice" ("userId") WHERE "readAt" IS NULL;
CREATE INDEX "Notice_thread" ON "Notice" ("threadId", "userId") WHERE "threadId" IS NOT NULL;
