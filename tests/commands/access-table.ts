import { agreementRows } from "./access-agreement.ts"
import { claimRows } from "./access-claims.ts"
import { contestedRows } from "./access-contested.ts"
import { deskRows } from "./access-desk.ts"
import { exportRows } from "./access-exports.ts"
import { historyRows } from "./access-history.ts"
import { liveRows } from "./access-live.ts"
import { nameRows } from "./access-names.ts"
import { normingRows } from "./access-norming.ts"
import { overviewRows } from "./access-overview.ts"
import { ownRows } from "./access-own.ts"
import { preAnnotationRows } from "./access-pre-annotations.ts"
import { projectRows } from "./access-project.ts"
import { queueRows } from "./access-queue.ts"
import type { Row } from "./access-row.ts"
import { seenRows } from "./access-seen.ts"
import { sourceRows } from "./access-sources.ts"
import { talkRows } from "./access-talk.ts"
import { versionRows } from "./access-versions.ts"
import { webhookRows } from "./access-webhooks.ts"

/**
 * Who may do and see what: every command and every query, as a reader, reviewer, editor, owner, removed owner, stranger
 * and signed out. Written out, so that a change of the policy has to be meant twice.
 */
export const accessTable: readonly Row[] = [
  ...claimRows,
  ...projectRows,
  ...queueRows,
  ...deskRows,
  ...normingRows,
  ...sourceRows,
  ...ownRows,
  ...seenRows,
  ...liveRows,
  ...talkRows,
  ...agreementRows,
  ...overviewRows,
  ...contestedRows,
  ...exportRows,
  ...historyRows,
  ...versionRows,
  ...nameRows,
  ...preAnnotationRows,
  ...webhookRows,
]
