import { claimTables } from "./archive-claim-tables.ts"
import { projectTables } from "./archive-project-tables.ts"
import type { ArchiveTable, ColumnKind } from "./archive-table.ts"
import { workTables } from "./archive-work-tables.ts"

/** Raised whenever the tables below change: an archive is read by the version that wrote it. */
export const archiveVersion = 1

/** Everything of a project, in an order in which no row names one that comes later, but for what is checked at the end. */
export const archiveTables = { ...projectTables, ...claimTables, ...workTables }

export type ArchiveFile = keyof typeof archiveTables
export const archiveFiles = Object.keys(archiveTables) as ArchiveFile[]

/** A table by its file. */
export const tableOf = (file: ArchiveFile): ArchiveTable => archiveTables[file]

/** People as an archive has them: how they are called, and never how they sign in or are reached. */
export const archivePeople = {
  id: "id",
  name: "text",
  orcid: "text?",
  exportNames: "text",
} as const satisfies Record<string, ColumnKind>

export interface ArchivePerson {
  readonly id: string
  readonly name: string
  readonly orcid: string | null
  readonly exportNames: string
}

/** Tables of which nothing is in an archive, each with why. */
export const notInArchives: Readonly<Record<string, string>> = {
  User: "people stand in a file of their own, without what they sign in with",
  MailSetting: "how somebody wants e-mails is theirs, and so is where they get them",
  Identity: "a way to sign in",
  Session: "a way to sign in",
  AccessToken: "a way to sign in",
  SecondFactor: "a way to sign in",
  RecoveryCode: "a way to sign in",
  Passkey: "a way to sign in",
  PasskeyChallenge: "a way to sign in",
  AccountEvent: "who came in, or was refused, on one instance",
  SetupLink: "a way to sign in",
  RateLimiterFlexible: "counts attempts on one instance",
  Invitation: "a secret that lets people into one instance; the history tells of it",
  ExportJob: "files that somebody asked for, and no part of the record",
  ExportPiece: "as the file that it is a piece of",
  Webhook: "an address and a secret of one instance; the history tells of it",
  WebhookPlace: "how far a webhook was told",
  WebhookDelivery: "a message to a webhook; what it tells of is in the history",
  WebhookAttempt: "as the message that was sent",
  ClaimLease: "who works on a claim for some minutes",
  Wording: "computed from the text and the units, which an import does anew",
  ThreadRead: "what somebody has read is theirs",
  Notice: "what somebody was told is theirs, and its changes are in the history",
  _prisma_migrations: "tells of one instance",
}
