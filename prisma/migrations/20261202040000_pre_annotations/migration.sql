-- Labels that a file suggests for claims, until a person takes them up as their own or dismisses them.
CREATE TABLE "PreAnnotation" (
    "id" UUID NOT NULL,
    "projectId" UUID NOT NULL,
    "documentId" UUID NOT NULL,
    "unitId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "length" INTEGER NOT NULL,
    "start" INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    "label" TEXT NOT NULL,
    "text" TEXT NOT NULL DEFAULT '',
    "author" TEXT NOT NULL DEFAULT '',
    "fileLabel" TEXT NOT NULL DEFAULT '',
    "file" TEXT NOT NULL,
    "importedBy" UUID NOT NULL,
    "importedAt" TIMESTAMPTZ(3) NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'open',
    "dismissedBy" UUID,

    CONSTRAINT "PreAnnotation_pkey" PRIMARY KEY ("id")
);
ALTER TABLE "PreAnnotation" ADD CONSTRAINT "PreAnnotation_span" CHECK (start >= 0 AND start < "end" AND "end" <= length);
ALTER TABLE "PreAnnotation" ADD CONSTRAINT "PreAnnotation_label" CHECK (label IN ('documented', 'disputed', 'speculative'));
ALTER TABLE "PreAnnotation" ADD CONSTRAINT "PreAnnotation_status" CHECK (status IN ('open', 'dismissed', 'withdrawn'));
ALTER TABLE "PreAnnotation" ADD CONSTRAINT "PreAnnotation_dismissed" CHECK (status <> 'dismissed' OR "dismissedBy" IS NOT NULL);
ALTER TABLE "PreAnnotation" ADD CONSTRAINT "PreAnnotation_size" CHECK (length(text) <= 5000 AND length(file) BETWEEN 1 AND 200 AND length(author) <= 200 AND length("fileLabel") <= 200);

CREATE INDEX "PreAnnotation_unitId_idx" ON "PreAnnotation"("unitId");
CREATE INDEX "PreAnnotation_documentId_number_length_idx" ON "PreAnnotation"("documentId", "number", "length");
CREATE INDEX "PreAnnotation_importedBy_idx" ON "PreAnnotation"("importedBy");
CREATE INDEX "PreAnnotation_dismissedBy_idx" ON "PreAnnotation"("dismissedBy");

ALTER TABLE "PreAnnotation" ADD CONSTRAINT "PreAnnotation_documentId_number_length_fkey" FOREIGN KEY ("documentId", "number", "length") REFERENCES "Version"("documentId", "number", "length") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "PreAnnotation" ADD CONSTRAINT "PreAnnotation_projectId_documentId_unitId_fkey" FOREIGN KEY ("projectId", "documentId", "unitId") REFERENCES "Unit"("projectId", "documentId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "PreAnnotation" ADD CONSTRAINT "PreAnnotation_importedBy_fkey" FOREIGN KEY ("importedBy") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "PreAnnotation" ADD CONSTRAINT "PreAnnotation_dismissedBy_fkey" FOREIGN KEY ("dismissedBy") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
