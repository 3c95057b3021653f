-- Where a project tells programs elsewhere what happened in it: addresses, how far each was told, and what was sent.
CREATE TABLE "Webhook" (
    "id" UUID NOT NULL,
    "projectId" UUID NOT NULL,
    "address" TEXT NOT NULL,
    "events" TEXT[],
    "secret" BYTEA NOT NULL,
    "earlierSecret" BYTEA,
    "earlierUntil" TIMESTAMPTZ(3),
    "createdBy" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "pausedAt" TIMESTAMPTZ(3),
    "pausedWhy" TEXT,
    "givenUp" INTEGER NOT NULL DEFAULT 0,
    "triedAt" TIMESTAMPTZ(3),
    "removedAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Webhook_pkey" PRIMARY KEY ("id")
);
ALTER TABLE "Webhook" ADD CONSTRAINT "Webhook_address" CHECK ("address" LIKE 'https://%' AND length("address") <= 2000);
ALTER TABLE "Webhook" ADD CONSTRAINT "Webhook_paused" CHECK (("pausedAt" IS NULL) = ("pausedWhy" IS NULL));
ALTER TABLE "Webhook" ADD CONSTRAINT "Webhook_pausedWhy" CHECK ("pausedWhy" IN ('person', 'gone', 'failing', 'secret'));
ALTER TABLE "Webhook" ADD CONSTRAINT "Webhook_earlier" CHECK (("earlierSecret" IS NULL) = ("earlierUntil" IS NULL));

-- Up to which change of a stream a webhook was told. A stream without a row began after the webhook was made.
CREATE TABLE "WebhookPlace" (
    "webhookId" UUID NOT NULL,
    "streamId" UUID NOT NULL,
    "revision" INTEGER NOT NULL,

    CONSTRAINT "WebhookPlace_pkey" PRIMARY KEY ("webhookId","streamId")
);

-- A message, in the very characters that are signed. Its id stays the same however often it is sent.
CREATE TABLE "WebhookDelivery" (
    "id" UUID NOT NULL,
    "projectId" UUID NOT NULL,
    "webhookId" UUID NOT NULL,
    "event" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "streamId" UUID,
    "revision" INTEGER,
    "state" TEXT NOT NULL DEFAULT 'waiting',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "failures" INTEGER NOT NULL DEFAULT 0,
    "nextAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "leaseId" UUID,
    "heldUntil" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "WebhookDelivery_pkey" PRIMARY KEY ("id")
);
ALTER TABLE "WebhookDelivery" ADD CONSTRAINT "WebhookDelivery_state" CHECK ("state" IN ('waiting', 'delivered', 'given-up'));
ALTER TABLE "WebhookDelivery" ADD CONSTRAINT "WebhookDelivery_ended" CHECK (("state" = 'waiting') = ("endedAt" IS NULL));
ALTER TABLE "WebhookDelivery" ADD CONSTRAINT "WebhookDelivery_held" CHECK (("leaseId" IS NULL) = ("heldUntil" IS NULL));
ALTER TABLE "WebhookDelivery" ADD CONSTRAINT "WebhookDelivery_change" CHECK (("streamId" IS NULL) = ("revision" IS NULL));

CREATE TABLE "WebhookAttempt" (
    "deliveryId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "milliseconds" INTEGER NOT NULL,
    "status" INTEGER,
    "trouble" TEXT,
    "answer" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "WebhookAttempt_pkey" PRIMARY KEY ("deliveryId","number")
);

CREATE UNIQUE INDEX "Webhook_projectId_id_key" ON "Webhook"("projectId", "id");
CREATE INDEX "Webhook_createdBy_idx" ON "Webhook"("createdBy");
CREATE UNIQUE INDEX "WebhookDelivery_webhookId_streamId_revision_event_key" ON "WebhookDelivery"("webhookId", "streamId", "revision", "event");
CREATE INDEX "WebhookDelivery_projectId_webhookId_idx" ON "WebhookDelivery"("projectId", "webhookId");
CREATE INDEX "WebhookDelivery_webhookId_createdAt_idx" ON "WebhookDelivery"("webhookId", "createdAt" DESC);
CREATE INDEX "WebhookDelivery_webhookId_state_nextAt_idx" ON "WebhookDelivery"("webhookId", "state", "nextAt");
CREATE INDEX "WebhookDelivery_createdAt_idx" ON "WebhookDelivery"("createdAt");
-- What is on its way, of which each webhook has a few at most.
CREATE INDEX "WebhookDelivery_held" ON "WebhookDelivery"("webhookId") WHERE "leaseId" IS NOT NULL;
-- Which verdicts a change brought down is asked by the change.
CREATE INDEX "Reopening_streamId_revision_idx" ON "Reopening"("streamId", "revision");

ALTER TABLE "Webhook" ADD CONSTRAINT "Webhook_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "Webhook" ADD CONSTRAINT "Webhook_createdBy_fkey" FOREIGN KEY ("createdBy") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "WebhookPlace" ADD CONSTRAINT "WebhookPlace_webhookId_fkey" FOREIGN KEY ("webhookId") REFERENCES "Webhook"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "WebhookDelivery" ADD CONSTRAINT "WebhookDelivery_projectId_webhookId_fkey" FOREIGN KEY ("projectId", "webhookId") REFERENCES "Webhook"("projectId", "id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "WebhookAttempt" ADD CONSTRAINT "WebhookAttempt_deliveryId_fkey" FOREIGN KEY ("deliveryId") REFERENCES "WebhookDelivery"("id") ON DELETE CASCADE ON UPDATE CASCADE;
