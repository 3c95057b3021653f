import fc from "fast-check"
import { uuidv7 } from "uuidv7"
import { beginThread } from "../../lib/commands/begin-thread.ts"
import { changeCitation } from "../../lib/commands/change-citation.ts"
import { changeComment } from "../../lib/commands/change-comment.ts"
import { deleteComment } from "../../lib/commands/delete-comment.ts"
import { giveComment } from "../../lib/commands/give-comment.ts"
import { giveUpUnit } from "../../lib/commands/give-up-unit.ts"
import { placeFlag } from "../../lib/commands/place-flag.ts"
import { placeUnit } from "../../lib/commands/place-unit.ts"
import { reopenAdjudication } from "../../lib/commands/reopen-adjudication.ts"
import { reopenThread, resolveThread } from "../../lib/commands/resolve-thread.ts"
import { withdrawAnnotation } from "../../lib/commands/withdraw-annotation.ts"
import { withdrawCitation } from "../../lib/commands/withdraw-citation.ts"
import { withdrawFlag } from "../../lib/commands/withdraw-flag.ts"
import { database } from "../../lib/db/client.ts"
import { stances } from "../../lib/domain/citation.ts"
import type { Result } from "../../lib/domain/failure.ts"
import { labels } from "../../lib/domain/label.ts"
import { unitKinds } from "../../lib/domain/unit.ts"
import { readingRoom } from "../../lib/queries/reading-room.ts"
import { sampleText, value } from "../queries/project.ts"
import { ofDocument } from "./log-and-rows.ts"
import { deskStep } from "./replay-desk.ts"
import { citationWords, type room } from "./room.ts"

type Room = Awaited<ReturnType<typeof room>>

/** One thing that somebody tries in a document, whether they may or not. */
export const step = fc.record({
  who: fc.constantFrom("editor", "editor", "editor", "ann", "ann", "ben", "owner" as const),
  what: fc.constantFrom(
    ...([
      "label",
      "label",
      "label",
      "unlabel",
      "cite",
      "cite",
      "recite",
      "uncite",
      "flag",
      "answer",
      "unflag",
    ] as const),
    ...([
      "decide",
      "reopen",
      "split",
      "split",
      "divide",
      "merge",
      "move",
      "kind",
      "restore",
      "undo",
      "undo",
      "undo",
    ] as const),
    ...(["redo", "redo", "policy", "resplit", "resplit", "begin", "reply", "edit", "unsay", "settle"] as const),
    ...(["renew", "renew", "place", "place", "give-up", "place-flag", "act", "act", "take-back", "ask"] as const),
    ...(["decide-as", "decide-as", "recite-back", "reflag"] as const),
  ),
  unit: fc.nat(20),
  row: fc.nat(20),
  at: fc.nat(sampleText.length),
  more: fc.integer({ min: 1, max: 30 }),
  label: fc.constantFrom(...labels),
  stance: fc.constantFrom(...stances),
  kind: fc.constantFrom(...unitKinds, "claim", "claim"),
  reasoned: fc.boolean(),
})
export type Step = typeof step extends fc.Arbitrary<infer S> ? S : never

const pick = <T>(list: readonly T[], n: number): T | undefined => list[n % Math.max(1, list.length)]

/** Does one step as somebody would do it from what they see; a refusal is an answer too. */
export async function carryOut(here: Room, sourceId: string, step: Step): Promise<Result<unknown> | null> {
  const { documentId, asked } = here
  const who = here[step.who]
  const unit = pick(await here.cut(), step.unit)!
  const found = { where: { unitId: unit.id, current: true } }
  const mine = () => database().annotation.findFirst({ where: { ...found.where, reviewerId: who.id } })
  const decision = () => database().adjudication.findFirst(found)
  const list = { where: { documentId }, orderBy: { id: "asc" } } as const
  const citation = async () => pick(await database().citation.findMany(list), step.row)
  const flag = async () => pick(await database().flag.findMany(list), step.row)
  const comment = async () => pick(await database().comment.findMany({ ...ofDocument(documentId) }), step.row)
  const thread = async () => pick(await database().thread.findMany(list), step.row)
  switch (step.what) {
    case "begin": {
      const on = step.reasoned ? { unitId: unit.id } : { flagId: (await flag())?.id ?? null }
      return beginThread(who, { ...asked(), ...on, threadId: uuidv7(), id: uuidv7(), text: `Why @[${here.ben.id}]?` })
    }
    case "reply": {
      const row = await thread()
      return row ? giveComment(who, { ...asked(), threadId: row.id, id: uuidv7(), text: "Because." }) : null
    }
    case "edit":
    case "unsay": {
      const row = await comment()
      const seen = row && { ...asked(), commentId: row.id, version: row.version }
      if (!seen) return null
      return step.what === "edit" ? changeComment(who, { ...seen, text: `No: ${step.at}` }) : deleteComment(who, seen)
    }
    case "settle": {
      const row = await thread()
      const seen = row && { ...asked(), threadId: row.id, version: row.version }
      if (!seen) return null
      return row.resolvedBy ? reopenThread(who, seen) : resolveThread(who, seen)
    }
    case "renew": {
      const { text } = value(await readingRoom(here.owner, documentId)).document
      const [from, to] = [step.at % (text.length + 1), Math.min(text.length, (step.at % (text.length + 1)) + step.more)]
      const put = step.reasoned ? " In the log of the year. " : ""
      return here.renew(who, (text.slice(0, from) + put + text.slice(to)).toWellFormed())
    }
    case "place":
    case "give-up": {
      const { currentVersion } = await database().document.findUniqueOrThrow({ where: { id: documentId } })
      const where = { documentId, number: { lt: currentVersion }, retired: false }
      const lost = pick(await database().unit.findMany({ where, orderBy: { id: "asc" } }), step.row)
      if (!lost) return null
      const seen = { ...asked(), unitId: lost.id, version: lost.version }
      if (step.what === "give-up") return giveUpUnit(who, { ...seen, reason: "It is gone." })
      return placeUnit(who, { ...seen, ontoId: unit.id, ontoVersion: unit.version })
    }
    case "place-flag": {
      const { text, number } = value(await readingRoom(here.owner, documentId)).document
      const row = await flag()
      const span = { start: unit.start, end: unit.end, quote: text.slice(unit.start, unit.end) }
      return row ? placeFlag(who, { ...asked(), flagId: row.id, version: row.version, number, ...span }) : null
    }
    case "act":
    case "take-back":
    case "decide-as":
    case "recite-back":
    case "reflag":
    case "ask":
      return deskStep(here, { ...step, what: step.what }, who, unit.id)
    case "label":
      return here.label(who, unit.id, step.label, (await mine())?.id ?? null, step.reasoned ? "So it says." : "")
    case "unlabel": {
      const seen = await mine()
      return seen && withdrawAnnotation(who, { ...asked(), unitId: unit.id, seen: seen.id })
    }
    case "cite":
      return here.cite(who, unit.id, sourceId, step.stance)
    case "recite": {
      const row = await citation()
      const place = row && { ...asked(), citationId: row.id, version: row.version }
      return place ? changeCitation(who, { ...place, ...citationWords(sourceId, step.stance) }) : null
    }
    case "uncite": {
      const row = await citation()
      return row ? withdrawCitation(who, { ...asked(), citationId: row.id, version: row.version }) : null
    }
    case "flag":
      return here.flag(who, sampleText.slice(step.at, step.at + step.more), step.reasoned)
    case "answer": {
      const row = await flag()
      return row ? here.answer(who, row.id, row.version) : null
    }
    case "unflag": {
      const row = await flag()
      return row ? withdrawFlag(who, { ...asked(), flagId: row.id, version: row.version }) : null
    }
    case "decide":
      return here.decide(who, unit.id, step.label, (await decision())?.id ?? null)
    case "reopen": {
      const seen = await decision()
      return seen && reopenAdjudication(who, { ...asked(), unitId: unit.id, seen: seen.id })
    }
    case "split":
      return here.split(who, unit.id, unit.start + (step.at % (unit.end - unit.start)))
    case "divide": {
      const third = Math.floor((unit.end - unit.start) / 3)
      const starts = [unit.start, unit.start + 1 + (step.at % third), unit.end - 1 - (step.more % third)]
      const subject = { start: unit.start, end: starts[1] as number }
      const parts = starts.map((start, index) => ({ id: uuidv7(), start, subject: index === 2 ? subject : null }))
      return here.divide(who, unit.id, parts)
    }
    case "merge":
      return here.merge(who, unit.id)
    case "move":
      return here.move(who, unit.id, unit.start + (step.at % 40))
    case "kind":
      return here.kind(who, unit.id, step.kind)
    case "restore":
      return here.restore(who, unit.id)
    case "resplit":
      return here.resplit(who, hunk => (step.more >> (hunk % 5)) % 2 === 0, step.reasoned)
    case "undo":
      return here.undo(who)
    case "redo":
      return here.redo(who)
    case "policy": {
      const { policyVersion } = await database().project.findUniqueOrThrow({ where: { id: here.projectId } })
      const words = { annotations: 1 + (step.at % 3), disputed: step.reasoned ? "reasoned" : "cited" } as const
      return here.policy(words, policyVersion)
    }
  }
}
