import { uuidv7 } from "uuidv7"
import { changeKinds } from "../../lib/domain/change.ts"
import { lackKinds } from "../../lib/domain/claim-lacks.ts"
import { contestedOrders, contestedWays } from "../../lib/domain/contested.ts"
import { exportStates } from "../../lib/domain/export-state.ts"
import { claimKinds } from "../../lib/domain/labelled-claims.ts"
import { claimOrders, sourceOrders } from "../../lib/domain/matrix-order.ts"
import { paces } from "../../lib/domain/progress-series.ts"
import { opinionLists } from "../../lib/domain/second-opinion.ts"
import { claimStates } from "../../lib/domain/verdict.ts"
import { claimSorts } from "../../lib/schema/claims-input.ts"
import { matrixStates } from "../../lib/schema/matrix-input.ts"
import type { Input } from "./access-row.ts"

/** What is asked about: ids that stand somewhere in the project, or nowhere. */
export interface Spot {
  readonly projectId: string
  readonly documentId: string
  readonly unitId: string
  readonly flagId: string
  readonly commentId: string
  readonly sourceId: string
  readonly sourceCommentId: string
  readonly roundId: string
  /** At what an earlier reading of the document was read. */
  readonly reading: Input
  readonly turn: number
}

type Ask = (spot: Spot) => Input
const nothing: Ask = () => ({})
const ofProject: Ask = ({ projectId }) => ({ projectId })
const ofDocument: Ask = ({ documentId }) => ({ documentId })
const ofUnit: Ask = ({ documentId, unitId }) => ({ documentId, unitId })
const ofSource: Ask = ({ projectId, sourceId }) => ({ projectId, sourceId })
const either = (turn: number, one: string, other: string) => (turn % 2 === 0 ? one : other)

const any = (words: readonly string[], turn: number) => words[turn % words.length]!

/** How every route that can be read is asked. */
export const asks: Readonly<Record<string, Ask>> = {
  "GET projects": nothing,
  "GET inbox": ({ turn }) => ({ show: either(turn, "all", "unread") }),
  "GET inbox/unread": nothing,
  "GET projects/[projectId]": ofProject,
  "GET projects/[projectId]/activity": ({ projectId, turn }) => ({
    projectId,
    kind: either(turn, "", any(changeKinds, turn)),
  }),
  "GET projects/[projectId]/log": ofProject,
  "GET documents/[documentId]/history": ofDocument,
  "GET documents/[documentId]/claims/[unitId]/history": ofUnit,
  "GET projects/[projectId]/changes/[streamId]/[revision]": ({ projectId, documentId, unitId, turn }) => ({
    projectId,
    streamId: turn % 3 === 0 ? projectId : documentId,
    revision: String(1 + (Math.floor(turn / 3) % 60)),
    claim: either(turn, unitId, ""),
  }),
  "GET projects/[projectId]/policy": ofProject,
  "GET projects/[projectId]/export": ({ projectId, turn }) => ({
    projectId,
    format: either(turn, "json", "csv"),
    state: any(["", ...exportStates], turn),
  }),
  "GET projects/[projectId]/export/preview": ({ projectId, turn }) => ({ projectId, state: any(exportStates, turn) }),
  "GET projects/[projectId]/exports": ofProject,
  "GET projects/[projectId]/reopened": ofProject,
  "GET projects/[projectId]/overview": ({ projectId, turn }) => ({ projectId, per: any(["", ...paces], turn) }),
  "GET projects/[projectId]/claims": ({ projectId, documentId, turn }) => ({
    projectId,
    document: either(turn, "", documentId),
    state: any(["", "", ...claimStates], turn),
    verdict: any(["", "", "", "any", "none"], turn),
    lacks: any(["", "", "", "", ...lackKinds], turn),
    labelled: any(["", "", "some", "none", "several"], turn),
    sort: any(claimSorts, turn),
  }),
  "GET projects/[projectId]/queue": ofProject,
  "GET projects/[projectId]/contested": ({ projectId, turn }) => ({
    projectId,
    order: any(contestedOrders, turn),
    show: "all",
    how: any(["", ...contestedWays], turn),
  }),
  "GET projects/[projectId]/contested/[unitId]": ({ projectId, unitId }) => ({ projectId, unitId }),
  "GET projects/[projectId]/work": ofProject,
  "GET projects/[projectId]/matrix": ({ projectId, turn }) => ({
    projectId,
    all: either(turn, "1", ""),
    claims: any(claimOrders, turn),
    sources: any(sourceOrders, turn),
    state: any(["", "", "", ...matrixStates], turn),
  }),
  "GET projects/[projectId]/matrix/file": ({ projectId, turn }) => ({ projectId, format: either(turn, "csv", "svg") }),
  "GET projects/[projectId]/agreement": ({ projectId, turn }) => ({
    projectId,
    labels: either(turn, "standing", "blind"),
    kind: any(["", "", ...claimKinds], turn),
  }),
  "GET projects/[projectId]/agreement/claims": ({ projectId, turn }) => ({
    projectId,
    labels: either(turn, "standing", "blind"),
    differ: any(["", "", "1"], turn),
  }),
  "GET projects/[projectId]/agreement/file": ofProject,
  "GET projects/[projectId]/agreement/second-opinion": ({ projectId, turn }) => ({
    projectId,
    list: any(opinionLists, turn),
  }),
  "GET projects/[projectId]/sources": ofProject,
  "GET projects/[projectId]/sources/[sourceId]": ofSource,
  "GET projects/[projectId]/sources/[sourceId]/snapshots": ofSource,
  "GET projects/[projectId]/sources/[sourceId]/discussion": ofSource,
  "GET projects/[projectId]/rounds": ofProject,
  "GET projects/[projectId]/rounds/[roundId]": ({ projectId, roundId }) => ({ projectId, roundId }),
  "GET projects/[projectId]/flags": ({ projectId }) => ({ projectId, status: "all" }),
  "GET projects/[projectId]/flags/more": ({ projectId }) => ({
    projectId,
    status: "all",
    after: JSON.stringify(["9999-01-01 00:00:00+00", "00000000-0000-4000-8000-000000000000"]),
  }),
  "GET projects/[projectId]/flags/chosen": ({ projectId, turn }) => ({
    projectId,
    status: "all",
    by: either(turn, "rules", ""),
  }),
  "GET projects/[projectId]/members": ofProject,
  "GET projects/[projectId]/people": ofProject,
  "GET projects/[projectId]/comments/[commentId]/earlier": ({ projectId, sourceCommentId }) => ({
    projectId,
    commentId: sourceCommentId,
  }),
  "GET projects/[projectId]/bibliography": ofProject,
  "GET projects/[projectId]/citation-style": ofProject,
  "GET projects/[projectId]/citation-style/sample": ({ projectId }) => ({
    projectId,
    style: "apa",
    locale: "en-GB",
    archives: "latin",
  }),
  "GET account/data": () => ({}),
  "GET documents/[documentId]": ofDocument,
  "GET documents/[documentId]/since": ({ documentId, reading }) => ({ documentId, ...reading }),
  "GET documents/[documentId]/resplit": ofDocument,
  "GET documents/[documentId]/lost": ofDocument,
  "GET documents/[documentId]/versions": ofDocument,
  "GET documents/[documentId]/versions/[number]": ({ documentId }) => ({ documentId, number: "1" }),
  "GET documents/[documentId]/places": ({ documentId, turn }) => ({ documentId, words: either(turn, "ship", "") }),
  "GET documents/[documentId]/claims/[unitId]": ofUnit,
  "GET documents/[documentId]/claims/[unitId]/notes": ofUnit,
  "GET documents/[documentId]/claims/[unitId]/discussion": ofUnit,
  "GET documents/[documentId]/flags/[flagId]": ({ documentId, flagId }) => ({ documentId, flagId }),
  "GET documents/[documentId]/claims/[unitId]/opinion": ofUnit,
  "GET documents/[documentId]/flags/[flagId]/discussion": ({ documentId, flagId }) => ({ documentId, flagId }),
  "GET documents/[documentId]/comments/[commentId]/earlier": ({ documentId, commentId }) => ({ documentId, commentId }),
}

/** Routes that are not asked, each with why there is nothing in them to betray. */
export const unasked: Readonly<Record<string, string>> = {
  "GET live": "a stream, which two reviewers listen to all the time",
  "GET account": "one’s own name and address",
  "GET [...rest]": "answers that there is nothing",
  "GET openapi.json": "the same file for everybody, out of no database",
  "GET schemas/claim-lines-1.json": "the same file for everybody, out of no database",
  "GET schemas/claims-1.json": "the same file for everybody, out of no database",
  "GET projects/[projectId]/sources/[sourceId]/snapshots/[snapshotId]":
    "the bytes of a file as somebody uploaded it for all, of which there is none here",
  "GET documents/[documentId]/versions/[number]/difference":
    "two texts that everybody in the project reads, of which there is one here",
  "GET documents/[documentId]/versions/[number]/original":
    "the bytes of a file as somebody uploaded it for all, of which there is none here",
  "GET projects/[projectId]/exports/[jobId]/file":
    "what GET projects/[projectId]/export answers, stored for one person; tests/queries/export-jobs.test.ts tries it",
  "GET projects/[projectId]/archive":
    "everything, for owners alone, who see everything; refused to all others and while a round is labelled",
  "GET projects/[projectId]/webhooks":
    "for owners alone; tests/jobs/webhooks.test.ts holds what a message may tell while labels are hidden",
  "GET projects/[projectId]/webhooks/[webhookId]": "as the list of webhooks",
  "GET projects/[projectId]/webhooks/[webhookId]/deliveries/[deliveryId]": "as the list of webhooks",
  "GET auth/[...nextauth]": "signs people in and knows no project",
}

export const askNames: readonly string[] = Object.keys(asks)

/** An id that stands nowhere. */
export const nowhere = (): string => uuidv7()

/** An answer without the time of day, and the numbers and heads that only say that something was done somewhere in the project. */
export function steady(text: string): string {
  const left = withoutMoves(text)
  const shorter = Buffer.byteLength(text) - Buffer.byteLength(left)
  return left.replace(/^(.*\bcontent-length: )(\d+)$/m, (_, name, length) => `${name}${Number(length) - shorter}`)
}

const withoutMoves = (text: string): string =>
  text
    .replaceAll(/"(revision|moves|project)":\s*\d+/g, '"$1":0')
    .replaceAll(/"mark":"\d+"/g, '"mark":"0"')
    .replaceAll(/\b\d+-[0-9a-f]{64}\b/g, "0-head")
    .replaceAll(/"(at|exportedAt|madeAt)":\s*"[^"]+"/g, '"$1":""')
