-- Projects that came in an archive from another instance, and the people in them who have no account here.
ALTER TABLE "User" ADD COLUMN "broughtInAt" TIMESTAMPTZ(3);
-- Nobody can sign in as somebody who was brought in.
ALTER TABLE "User" ADD CONSTRAINT "User_brought_in" CHECK (
  "broughtInAt" IS NULL OR ("passwordHash" IS NULL AND email LIKE '%@brought-in.invalid'));

ALTER TABLE "Project" ADD COLUMN "broughtInBy" UUID;
ALTER TABLE "Project" ADD COLUMN "broughtInAt" TIMESTAMPTZ(3);
ALTER TABLE "Project" ADD COLUMN "broughtInRevisions" INTEGER;
ALTER TABLE "Project" ADD CONSTRAINT "Project_brought_in" CHECK (
  num_nonnulls("broughtInBy", "broughtInAt", "broughtInRevisions") IN (0, 3));
CREATE INDEX "Project_broughtInBy_idx" ON "Project"("broughtInBy");
ALTER TABLE "Project" ADD CONSTRAINT "Project_broughtInBy_fkey" FOREIGN KEY ("broughtInBy") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
