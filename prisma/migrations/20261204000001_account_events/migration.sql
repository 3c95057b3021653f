-- What happened at the door and to accounts: who, what, how it ended, from where. No secret and no text stands in it.
CREATE TABLE "AccountEvent" (
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "userId" UUID,
    "kind" TEXT NOT NULL,
    "refused" BOOLEAN NOT NULL,
    "detail" TEXT NOT NULL DEFAULT '',
    "projectId" UUID,
    "address" TEXT NOT NULL DEFAULT '',
    "userAgent" TEXT NOT NULL DEFAULT '',
    "requestId" TEXT,

    CONSTRAINT "AccountEvent_pkey" PRIMARY KEY ("id")
);
ALTER TABLE "AccountEvent" ADD CONSTRAINT "AccountEvent_kind" CHECK ("kind" ~ '^[a-z-]{1,40}$');
ALTER TABLE "AccountEvent" ADD CONSTRAINT "AccountEvent_lengths" CHECK (
    length("detail") <= 200 AND length("address") <= 64 AND length("userAgent") <= 400 AND length("requestId") <= 64);

CREATE INDEX "AccountEvent_userId_at_id_idx" ON "AccountEvent"("userId", "at" DESC, "id" DESC);
CREATE INDEX "AccountEvent_at_idx" ON "AccountEvent"("at");

-- Events stay for 180 days as they were written, whoever is connected; then they go.
CREATE FUNCTION refuse_event_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    IF OLD.at < now() - interval '180 days' THEN
      RETURN OLD;
    END IF;
  END IF;
  RAISE EXCEPTION 'What happened to accounts is never changed, and kept for 180 days.' USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER "AccountEvent_stays" BEFORE UPDATE OR DELETE ON "AccountEvent" FOR EACH ROW EXECUTE FUNCTION refuse_event_change();
CREATE TRIGGER "AccountEvent_stays_whole" BEFORE TRUNCATE ON "AccountEvent" FOR EACH STATEMENT EXECUTE FUNCTION refuse_event_change();

-- The application may not delete events. With this it has those deleted that were kept long enough, and no others.
CREATE FUNCTION forget_account_events() RETURNS integer LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  WITH gone AS (DELETE FROM public."AccountEvent" WHERE at < now() - interval '180 days' RETURNING 1)
  SELECT count(*)::integer FROM gone
$$;
