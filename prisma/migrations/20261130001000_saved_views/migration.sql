-- A filter of the flag desk under a name: somebody's own, or one that the whole project sees.
CREATE TABLE "SavedView" (
    "id" UUID NOT NULL,
    "projectId" UUID NOT NULL,
    "ownerId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "filter" JSONB NOT NULL,
    "shared" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "SavedView_pkey" PRIMARY KEY ("id")
);
ALTER TABLE "SavedView" ADD CONSTRAINT "SavedView_name" CHECK (name <> '' AND length(name) <= 80);

CREATE INDEX "SavedView_projectId_idx" ON "SavedView"("projectId");
CREATE INDEX "SavedView_ownerId_idx" ON "SavedView"("ownerId");

ALTER TABLE "SavedView" ADD CONSTRAINT "SavedView_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "SavedView" ADD CONSTRAINT "SavedView_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
