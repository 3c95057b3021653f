import {
  type AdjudicationState,
  type AnnotationState,
  type CitationState,
  changesVersion,
  type Effect,
  type FlagState,
  type Step,
  type UnitState,
  versionOf,
} from "../domain/effect.ts"
import { rationaleText } from "../domain/rationale.ts"
import { canRepeat } from "../text/repeat-keys.ts"
import { applyInBulk, textLength } from "./bulk-units.ts"
import { documentText } from "./claim-rows.ts"
import type { Prisma } from "./generated/client.ts"
import type { DocumentPass } from "./pass.ts"
import { savePreAnnotations } from "./pre-annotation-rows.ts"
import { saveComment, saveThread } from "./thread-rows.ts"
import { carryRuleFlags } from "./version-rows.ts"
import { saveWordings } from "./wording-rows.ts"

/**
 * Write an effect's rows. What it replaces has to be what is stored: the caller read it under the same lock.
 * Annotations and adjudications are never overwritten; a new state is a new row, and the old one stops being current.
 * `told` hears how much is done, from 0 to 1, of an effect on many units. The pass is one for the version that the
 * effect leaves as the current one.
 */
export async function applyEffect(
  pass: DocumentPass,
  effect: Effect,
  told: (share: number) => void = () => {},
): Promise<void> {
  for (const { after } of effect.versions ?? []) if (after) await turnTo(pass, after.number)
  for (const step of await applyInBulk(pass, effect, told)) if (step.after) await makeUnit(pass, step.after)
  const reworded = (effect.units ?? []).flatMap(step => (step.after && !saysTheSame(step) ? [step.after] : []))
  await saveWordings(pass, reworded, () => documentText(pass))
  if (changesVersion(effect)) await carryRuleFlags(pass)
  for (const step of effect.annotations ?? []) await applyAnnotation(pass, step)
  for (const step of effect.citations ?? []) await applyCitation(pass, step)
  for (const step of effect.flags ?? []) await applyFlag(pass, step)
  await savePreAnnotations(pass, effect.preAnnotations ?? [])
  for (const step of effect.adjudications ?? []) await applyAdjudication(pass, step)
  for (const step of effect.threads ?? []) await saveThread(pass, step, pass.documentId)
  for (const step of effect.comments ?? []) await saveComment(pass, step)
}

const inside = (pass: DocumentPass) => ({ projectId: pass.projectId, documentId: pass.documentId })
const json = (value: unknown) => value as Prisma.InputJsonValue

/** Make another version of the text the current one; what its units say is stored with the effect. */
async function turnTo(pass: DocumentPass, number: number): Promise<void> {
  await pass.tx.$executeRaw`
    UPDATE "Document" SET "currentVersion" = ${number},
      "wordedVersion" = CASE WHEN "wordedVersion" = "currentVersion" THEN ${number} ELSE least("wordedVersion", ${number - 1}) END
    WHERE id = ${pass.documentId}::uuid AND "projectId" = ${pass.projectId}::uuid`
}

/** Whether a unit that was there before keeps its words, and with them its wording. */
const saysTheSame = ({ before, after }: Step<UnitState>) =>
  before !== null &&
  after !== null &&
  versionOf(before) === versionOf(after) &&
  before.start === after.start &&
  before.end === after.end &&
  before.retired === after.retired &&
  canRepeat(before.kind) === canRepeat(after.kind)

/** Store a new unit of a person. */
async function makeUnit(pass: DocumentPass, unit: UnitState): Promise<void> {
  const { id, start, end, kind, rules, cues, origin, retired } = unit
  const fields = { start, end, kind, rules: [...rules], cues: json(cues), retired }
  const born = { bornStart: start, bornEnd: end, bornKind: kind, bornCues: json(cues), proposed: false }
  const number = versionOf(unit)
  const length = await textLength(pass, number)
  await pass.tx.unit.create({ data: { id, ...inside(pass), number, length, origin, ...fields, ...born } })
}

async function applyAnnotation(pass: DocumentPass, { before, after }: Step<AnnotationState>): Promise<void> {
  if (before) {
    const where = { id: before.id, current: true, ...inside(pass) }
    await only(pass.tx.annotation.updateMany({ where, data: { current: false } }))
  }
  if (!after) return
  const { rationale, ...fields } = after
  const row = {
    ...fields,
    ...inside(pass),
    number: versionOf(after),
    rationale: json(rationale),
    rationaleText: rationaleText(rationale),
    revision: pass.revision,
    createdAt: pass.at,
  }
  if ((await pass.tx.annotation.createMany({ data: [row], skipDuplicates: true })).count > 0) return
  // It was said before, and an undo brings it back.
  const where = { id: after.id, current: false, ...inside(pass) }
  await only(pass.tx.annotation.updateMany({ where, data: { current: true } }))
}

async function applyCitation(pass: DocumentPass, { before, after }: Step<CitationState>): Promise<void> {
  if (!after) return
  const { id, withdrawn, ...fields } = after
  const data = { ...fields, withdrawnAt: withdrawn ? pass.at : null }
  if (before) {
    await only(
      pass.tx.citation.updateMany({ where: { id, ...inside(pass) }, data: { ...data, version: { increment: 1 } } }),
    )
    return
  }
  await pass.tx.citation.create({ data: { id, ...data, ...inside(pass), createdAt: pass.at } })
}

async function applyFlag(pass: DocumentPass, { before, after }: Step<FlagState>): Promise<void> {
  if (!after) return
  const { id, ...fields } = after
  const number = versionOf(after)
  const length = await textLength(pass, number)
  if (before) {
    const { start, end, prefix, suffix, quote, status, answer, answeredBy, note, reason, blocking } = fields
    const { assigneeId = null, dueOn } = fields
    const data = {
      ...{ number, length, start, end, prefix, suffix, quote },
      status,
      answer,
      answeredBy,
      note,
      reason,
      blocking,
      assigneeId,
      dueOn: dueOn ? new Date(dueOn) : null,
      // Who is to deal with a flag that was answered says nothing about when it was.
      ...((before.status !== status || before.answer !== answer) && {
        answeredAt: status === "answered" ? pass.at : null,
      }),
    }
    await only(
      pass.tx.flag.updateMany({ where: { id, ...inside(pass) }, data: { ...data, version: { increment: 1 } } }),
    )
    return
  }
  const day = fields.dueOn ? new Date(fields.dueOn) : null
  await pass.tx.flag.create({ data: { id, ...fields, dueOn: day, ...inside(pass), number, length, raisedAt: pass.at } })
}

async function applyAdjudication(pass: DocumentPass, { before, after }: Step<AdjudicationState>): Promise<void> {
  if (before) {
    const where = { id: before.id, current: true, ...inside(pass) }
    const ended = { endedBy: pass.actor.id, endedAt: pass.at }
    await only(pass.tx.adjudication.updateMany({ where, data: { current: false, ...ended } }))
  }
  if (!after) return
  const { follows = [], ...fields } = after
  const row = { ...fields, follows: [...follows], ...inside(pass), revision: pass.revision, createdAt: pass.at }
  if ((await pass.tx.adjudication.createMany({ data: [row], skipDuplicates: true })).count > 0) return
  const where = { id: after.id, current: false, ...inside(pass) }
  await only(pass.tx.adjudication.updateMany({ where, data: { current: true, endedBy: null, endedAt: null } }))
}

async function only(update: Promise<{ count: number }>): Promise<void> {
  const { count } = await update
  if (count !== 1) throw new Error(`An effect met ${count} rows where it expected one.`)
}
