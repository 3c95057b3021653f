-- When somebody deleted their account: the row stays, since their work names it, and says nothing of who they were.
ALTER TABLE "User" ADD COLUMN "deletedAt" TIMESTAMPTZ(3);
ALTER TABLE "User" ADD CONSTRAINT "User_deleted" CHECK (
  "deletedAt" IS NULL OR ("passwordHash" IS NULL AND orcid IS NULL AND email LIKE '%@deleted.invalid'));
