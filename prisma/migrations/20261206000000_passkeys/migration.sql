-- Keys that people's devices and password managers hold, each with what proves that an answer is its own.
CREATE TABLE "Passkey" (
    "id" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "credentialId" BYTEA NOT NULL,
    "publicKey" BYTEA NOT NULL,
    "counter" BIGINT NOT NULL,
    "transports" TEXT[],
    "synced" BOOLEAN NOT NULL,
    "backedUp" BOOLEAN NOT NULL,
    "name" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "lastUsedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Passkey_pkey" PRIMARY KEY ("id")
);
ALTER TABLE "Passkey" ADD CONSTRAINT "Passkey_credentialId" CHECK (octet_length("credentialId") BETWEEN 1 AND 1023);
ALTER TABLE "Passkey" ADD CONSTRAINT "Passkey_publicKey" CHECK (octet_length("publicKey") BETWEEN 1 AND 4096);
ALTER TABLE "Passkey" ADD CONSTRAINT "Passkey_counter" CHECK ("counter" BETWEEN 0 AND 4294967295);
ALTER TABLE "Passkey" ADD CONSTRAINT "Passkey_name" CHECK (length("name") BETWEEN 1 AND 80);

CREATE UNIQUE INDEX "Passkey_credentialId_key" ON "Passkey"("credentialId");
CREATE INDEX "Passkey_userId_createdAt_idx" ON "Passkey"("userId", "createdAt");

ALTER TABLE "Passkey" ADD CONSTRAINT "Passkey_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What a browser was asked to have signed, one at a time for each purpose; taking it is deleting it.
CREATE TABLE "PasskeyChallenge" (
    "flowHash" BYTEA NOT NULL,
    "purpose" TEXT NOT NULL,
    "challenge" BYTEA NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "PasskeyChallenge_pkey" PRIMARY KEY ("flowHash","purpose")
);
ALTER TABLE "PasskeyChallenge" ADD CONSTRAINT "PasskeyChallenge_hashes" CHECK (octet_length("flowHash") = 32 AND octet_length("challenge") = 32);
ALTER TABLE "PasskeyChallenge" ADD CONSTRAINT "PasskeyChallenge_purpose" CHECK ("purpose" IN ('add', 'proof', 'sign-in', 'second-step'));

CREATE INDEX "PasskeyChallenge_expiresAt_idx" ON "PasskeyChallenge"("expiresAt");
