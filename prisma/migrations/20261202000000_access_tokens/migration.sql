-- What a person made so that a program may act in their name: a hash of the secret, what it may be used for, until when.
CREATE TABLE "AccessToken" (
    "id" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "secretHash" BYTEA NOT NULL,
    "ending" TEXT NOT NULL,
    "scopes" TEXT[],
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "lastUsedAt" TIMESTAMPTZ(3),
    "withdrawnAt" TIMESTAMPTZ(3),

    CONSTRAINT "AccessToken_pkey" PRIMARY KEY ("id")
);
ALTER TABLE "AccessToken" ADD CONSTRAINT "AccessToken_secretHash" CHECK (octet_length("secretHash") = 32);
ALTER TABLE "AccessToken" ADD CONSTRAINT "AccessToken_scopes" CHECK (cardinality("scopes") > 0 AND "scopes" <@ ARRAY['read', 'write', 'manage']);
ALTER TABLE "AccessToken" ADD CONSTRAINT "AccessToken_expiresAt" CHECK ("expiresAt" <= "createdAt" + interval '366 days');

CREATE UNIQUE INDEX "AccessToken_secretHash_key" ON "AccessToken"("secretHash");
CREATE INDEX "AccessToken_userId_createdAt_idx" ON "AccessToken"("userId", "createdAt");

ALTER TABLE "AccessToken" ADD CONSTRAINT "AccessToken_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;
