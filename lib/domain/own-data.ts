import { ownRecordTables } from "./own-record.ts"

/** Rows of a table that belong to one person: what of them the person is handed, and what becomes of them without an account. */
export interface OwnTable {
  /** As the database calls it. */
  readonly table: string
  /** The column that names the person. */
  readonly by: string
  /** Beside that column, what tells their rows apart, in the order in which they are read. */
  readonly key: readonly string[]
  /** What the person's own file holds of each row, by columns. */
  readonly columns: readonly string[]
  /** Columns that it does not hold, each with why. */
  readonly without?: Readonly<Record<string, string>>
  /** Which rows alone the file holds; all when nothing is said. */
  readonly only?: object
  /** Whether the rows are deleted with the account. The others are part of a project's record and stay. */
  readonly goes?: true
}

const secret = "a secret, or made of one"
const theirs = "whose it is stands above"
const nobody = "holds nothing of anybody's"

/** What belongs to somebody's account and to nobody else. */
const accountTables = {
  providers: {
    table: "Identity",
    by: "userId",
    key: ["provider", "subject"],
    columns: ["provider", "subject", "createdAt"],
    without: { userId: theirs },
    goes: true,
  },
  sessions: {
    table: "Session",
    by: "userId",
    key: ["id"],
    columns: ["id", "createdAt", "lastSeenAt", "provenAt", "expiresAt", "endedAt", "userAgent", "address"],
    without: { userId: theirs, secretHash: secret },
    goes: true,
  },
  secondFactor: {
    table: "SecondFactor",
    by: "userId",
    key: ["userId"],
    columns: ["createdAt", "confirmedAt"],
    without: { userId: theirs, secret, lastStep: secret },
    goes: true,
  },
  passkeys: {
    table: "Passkey",
    by: "userId",
    key: ["id"],
    columns: ["id", "name", "transports", "synced", "backedUp", "createdAt", "lastUsedAt"],
    without: { userId: theirs, credentialId: "finds the secret on the device", publicKey: nobody, counter: nobody },
    goes: true,
  },
  recoveryCodes: {
    table: "RecoveryCode",
    by: "userId",
    key: ["codeHash"],
    columns: ["usedAt"],
    without: { userId: theirs, codeHash: secret },
    goes: true,
  },
  accessTokens: {
    table: "AccessToken",
    by: "userId",
    key: ["id"],
    columns: ["id", "name", "ending", "scopes", "createdAt", "expiresAt", "lastUsedAt", "withdrawnAt"],
    without: { userId: theirs, secretHash: secret },
    goes: true,
  },
  mailSetting: {
    table: "MailSetting",
    by: "userId",
    key: ["userId"],
    columns: ["choice", "dueAt"],
    without: { userId: theirs, heldUntil: nobody, tries: nobody },
    goes: true,
  },
  // Kept for 180 days, then deleted by the database, whether there is an account or not.
  accountEvents: {
    table: "AccountEvent",
    by: "userId",
    key: ["id"],
    columns: ["id", "at", "kind", "refused", "detail", "projectId", "address", "userAgent"],
    without: { userId: theirs, requestId: "finds a line in the server's log" },
  },
  savedViews: {
    table: "SavedView",
    by: "ownerId",
    key: ["id"],
    columns: ["id", "projectId", "name", "filter", "shared", "createdAt"],
    without: { ownerId: theirs },
  },
  exportFiles: {
    table: "ExportJob",
    by: "personId",
    key: ["id"],
    columns: ["id", "projectId", "format", "choice", "state", "name", "requestedAt", "endedAt", "expiresAt"],
    without: {
      personId: theirs,
      ...Object.fromEntries(
        ["done", "total", "bytes", "pieces", "mediaType", "attempts", "leaseId", "heldUntil", "startedAt"].map(
          name => [name, nobody] as const,
        ),
      ),
      failure: nobody,
      troubles: "titles of a project's documents",
      sight: nobody,
    },
    goes: true,
  },
  leases: {
    table: "ClaimLease",
    by: "userId",
    key: ["unitId"],
    columns: ["unitId", "projectId", "documentId", "takenAt", "expiresAt"],
    without: { userId: theirs },
    goes: true,
  },
  read: {
    table: "ThreadRead",
    by: "userId",
    key: ["threadId"],
    columns: ["threadId", "readTo"],
    without: { userId: theirs },
    goes: true,
  },
  notices: {
    table: "Notice",
    by: "userId",
    key: ["id"],
    // Of a claim that is judged blind not even that something was said may be told; the inbox lets nobody read it before.
    only: { readAt: { not: null } },
    columns: ["id", "projectId", "kind", "at", "readAt", "mailedAt"],
    without: {
      userId: theirs,
      actorId: "somebody else",
      ...Object.fromEntries(
        ["documentId", "unitId", "flagId", "sourceId", "threadId", "count", "streamId", "revision"].map(
          name => [name, "what others did; the inbox shows it once it may be seen"] as const,
        ),
      ),
    },
    goes: true,
  },
} as const satisfies Readonly<Record<string, OwnTable>>

/** Everything that is one person's, by the name under which their own file has it. */
export const ownTables = { ...accountTables, ...ownRecordTables } satisfies Readonly<Record<string, OwnTable>>

/** What the person's own file says of the account itself, by columns of their row. */
export const ownAccountColumns = ["id", "email", "name", "orcid", "exportNames", "createdAt"] as const
