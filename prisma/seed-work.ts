import { addSource } from "../lib/commands/add-source.ts"
import { adjudicateClaim } from "../lib/commands/adjudicate-claim.ts"
import { answerFlag } from "../lib/commands/answer-flag.ts"
import { deriveSource } from "../lib/commands/derive-source.ts"
import { giveAnnotation } from "../lib/commands/give-annotation.ts"
import { giveCitation } from "../lib/commands/give-citation.ts"
import { gradeSource } from "../lib/commands/grade-source.ts"
import { raiseFlag } from "../lib/commands/raise-flag.ts"
import type { Actor } from "../lib/db/pass.ts"
import { plainRationale } from "../lib/domain/rationale.ts"
import { readingRoom } from "../lib/queries/reading-room.ts"
import { type SampleSourceName, sampleSources } from "./sample/sources.ts"
import { sampleGrades, sampleLineage } from "./sample/weights.ts"
import type { SamplePiece } from "./sample/work.ts"

type Command = (actor: Actor, input: unknown) => Promise<{ ok: true } | { ok: false; failure: object }>

/** Ids of the sample's sources, by their names in the sample. */
export type SourceIds = Readonly<Record<SampleSourceName, string>>

/** Add the sample's bibliography to its project. */
export async function seedSources(editor: Actor, projectId: string): Promise<SourceIds> {
  const ids: Record<string, string> = {}
  for (const [name, record] of Object.entries(sampleSources)) {
    ids[name] = crypto.randomUUID()
    await done(addSource, editor, { projectId, id: ids[name], archive: null, ...record })
  }
  return ids as SourceIds
}

/** Grade the sample's sources and state what derives from what. */
export async function seedWeights(editor: Actor, projectId: string, sources: SourceIds): Promise<void> {
  for (const [source, reliability, reason] of sampleGrades) {
    const words = { id: crypto.randomUUID(), seen: null, reliability, reason }
    await done(gradeSource, editor, { projectId, sourceId: sources[source], ...words })
  }
  for (const [derived, how, origin, note] of sampleLineage) {
    const words = { id: crypto.randomUUID(), originId: sources[origin], how, note }
    await done(deriveSource, editor, { projectId, sourceId: sources[derived], ...words })
  }
}

/** Let the demonstration's people work on a document through the commands that everybody uses. */
export async function seedWork(
  documentId: string,
  work: readonly SamplePiece[],
  people: Record<string, string>,
  sources: SourceIds,
): Promise<void> {
  const editor = { id: people["editor@example.org"]! }
  const room = await readingRoom(editor, documentId)
  if (!room.ok) throw new Error("The sample document can't be read.")
  const { text } = room.value.document
  for (const piece of work) {
    const unit = room.value.units.find(({ start, end }) => text.slice(start, end).includes(piece.quote))
    if (!unit) throw new Error(`The sample has no passage “${piece.quote}”.`)
    const span = { start: unit.start, end: unit.end, quote: text.slice(unit.start, unit.end) }
    await seedPiece({ documentId, unitId: unit.id, span }, piece, people, sources)
  }
}

interface Place {
  readonly documentId: string
  readonly unitId: string
  readonly span: { readonly start: number; readonly end: number; readonly quote: string }
}

async function seedPiece(
  { documentId, unitId, span }: Place,
  { cites = [], says = [], decided, flag }: SamplePiece,
  people: Record<string, string>,
  sources: SourceIds,
): Promise<void> {
  const person = (email: string): Actor => ({ id: people[email]! })
  const editor = person("editor@example.org")
  const on = { documentId, unitId }
  const citer = person(says[0]?.[0] ?? "reviewer-1@example.org")
  for (const [source, stance, rank, directness, note = ""] of cites) {
    const words = { stance, rank, directness, note, locatorLabel: "page", locator: "", quotation: "" }
    await done(giveCitation, citer, { ...on, id: crypto.randomUUID(), sourceId: sources[source], ...words })
  }
  for (const [who, label, confidence, why] of says) {
    const said = { label, confidence, rationale: plainRationale(why), seen: null }
    await done(giveAnnotation, person(who), { ...on, id: crypto.randomUUID(), ...said })
  }
  if (decided) {
    const [label, reason] = decided
    await done(adjudicateClaim, editor, { ...on, id: crypto.randomUUID(), label, reason, seen: null })
  }
  if (!flag) return
  const { by, reason, note, blocking = false, answer } = flag
  const flagId = crypto.randomUUID()
  await done(raiseFlag, person(by), { documentId, id: flagId, ...span, reason, note, blocking })
  if (answer) await done(answerFlag, editor, { documentId, flagId, version: 1, answer })
}

async function done(command: Command, actor: Actor, input: object): Promise<void> {
  const result = await command(actor, { requestId: crypto.randomUUID(), ...input })
  if (!result.ok) throw new Error(`The sample could not be made: ${JSON.stringify(result.failure)}`)
}
