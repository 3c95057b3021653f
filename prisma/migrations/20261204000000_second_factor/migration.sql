-- What is asked for after the password: the secret that an authenticator app shares, sealed, and codes for who has lost it.
CREATE TABLE "SecondFactor" (
    "userId" UUID NOT NULL,
    "secret" BYTEA NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "confirmedAt" TIMESTAMPTZ(3),
    "lastStep" INTEGER,

    CONSTRAINT "SecondFactor_pkey" PRIMARY KEY ("userId")
);
-- A code proved it when it began to count, and that code can't be used again.
ALTER TABLE "SecondFactor" ADD CONSTRAINT "SecondFactor_confirmed" CHECK (("confirmedAt" IS NULL) = ("lastStep" IS NULL));

CREATE TABLE "RecoveryCode" (
    "userId" UUID NOT NULL,
    "codeHash" BYTEA NOT NULL,
    "usedAt" TIMESTAMPTZ(3),

    CONSTRAINT "RecoveryCode_pkey" PRIMARY KEY ("userId","codeHash")
);
ALTER TABLE "RecoveryCode" ADD CONSTRAINT "RecoveryCode_codeHash" CHECK (octet_length("codeHash") = 32);

ALTER TABLE "SecondFactor" ADD CONSTRAINT "SecondFactor_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "RecoveryCode" ADD CONSTRAINT "RecoveryCode_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- When its person last proved who they are, at first by signing in.
ALTER TABLE "Session" ADD COLUMN "provenAt" TIMESTAMPTZ(3);
UPDATE "Session" SET "provenAt" = "createdAt";
ALTER TABLE "Session" ALTER COLUMN "provenAt" SET NOT NULL;
