import { uuidv7 } from "uuidv7"
import type * as z from "zod"
import { documentText } from "../db/claim-rows.ts"
import { inTurns } from "../db/in-turns.ts"
import { type Actor, type DocumentPass, readDocument } from "../db/pass.ts"
import { liveUnits } from "../db/pre-annotation-rows.ts"
import { lastToRenew } from "../db/version-rows.ts"
import { anchorAt } from "../domain/anchor.ts"
import { type ClaimsUnder, claimsUnder } from "../domain/claims-under.ts"
import { type Effect, type FlagState, inVersion, type PreAnnotationState } from "../domain/effect.ts"
import { fail, type Issue, ok, type Result } from "../domain/failure.ts"
import { type FlagReason, flagReasons } from "../domain/flag.ts"
import { parse } from "../schema/parse.ts"
import { broughtIn, mostFlagged, preAnnotationsInput } from "../schema/pre-annotation-input.ts"
import { documentCommand, preparedShare, type Report } from "./command.ts"

type Passage = z.output<typeof broughtIn>
type Input = z.output<typeof preAnnotationsInput>

interface Prepared {
  readonly text: string
  readonly passages: readonly Passage[]
}

/** Suggestions that one change makes at most, since a passage may lie on several claims. */
const mostSuggested = 20_000
const tooMany = {
  path: "passages",
  message: "The passages lie on more than 20,000 claims together. Bring them in in parts.",
}

/** Passages that are wrong and are told at once. */
const mostTold = 20

/**
 * Bring in what a file marks in the text: labels become suggestions on the claims under them, which nobody has said yet
 * and nothing counts, and what is to be a flag is one of whoever brings it in. Each passage's words have to be the text's.
 * What lies on no claim by now is passed over and told.
 */
export const addPreAnnotations = documentCommand<
  typeof preAnnotationsInput,
  { suggestions: number; flags: number; skipped: number },
  Prepared
>(
  "preannotation.add",
  preAnnotationsInput,
  async (pass, { number, file }, { text, passages }) => {
    if (number !== pass.number) return fail({ code: "version-overtaken", by: await lastToRenew(pass) })
    const flagged = passages.filter(({ becomes }) => isFlag(becomes))
    const units = await liveUnits(pass)
    const suggestions: PreAnnotationState[] = []
    let skipped = 0
    for (const passage of passages) {
      if (isFlag(passage.becomes)) continue
      const under = claimsUnder(units, passage)
      if ("instead" in under) skipped += 1
      else suggestions.push(...suggestionsOf(pass, file, passage, under))
    }
    if (suggestions.length > mostSuggested) return fail({ code: "invalid", issues: [tooMany] })
    const flags = flagged.map(passage => flagOf(pass, file, text, passage))
    if (suggestions.length + flags.length === 0) return fail({ code: "no-claim-under" })
    const effect: Effect = {
      ...(suggestions.length > 0 && { preAnnotations: suggestions.map(after => ({ before: null, after })) }),
      ...(flags.length > 0 && { flags: flags.map(after => ({ before: null, after })) }),
    }
    const answer = { suggestions: suggestions.length, flags: flags.length, skipped }
    return ok({ change: { kind: "preannotations-added", effect }, answer })
  },
  prepare,
)

const isFlag = (becomes: Passage["becomes"]): becomes is FlagReason =>
  (flagReasons as readonly string[]).includes(becomes)

/** The text does not change while its number stays, so that words are compared before the document is held. */
async function prepare(
  actor: Actor,
  { documentId, number, passages }: Input,
  report: Report,
): Promise<Result<Prepared>> {
  const read = await readDocument(actor, documentId, "preannotation.add", async pass =>
    pass.number === number
      ? ok(await documentText(pass))
      : fail({ code: "version-overtaken" as const, by: await lastToRenew(pass) }),
  )
  if (!read.ok) return read
  return inTurns(checked(read.value, passages), done => report((preparedShare * done) / passages.length))
}

function* checked(text: string, given: readonly unknown[]): Generator<number, Result<Prepared>> {
  const passages: Passage[] = []
  const issues: Issue[] = []
  const refuse = (at: number, message: string) =>
    issues.push({ path: `passages.${at}`, message: `Passage ${at + 1}: ${message}` })
  for (const [at, one] of given.entries()) {
    const read = parse(broughtIn, one)
    if (!read.ok) refuse(at, read.failure.code === "invalid" ? (read.failure.issues[0]?.message ?? "") : "")
    else if (read.value.start >= read.value.end || read.value.end > text.length)
      refuse(at, "Its positions are outside of the text.")
    else if (text.slice(read.value.start, read.value.end) !== read.value.quote || !read.value.quote.isWellFormed())
      refuse(at, "Its words are not those of the text at its positions.")
    else passages.push(read.value)
    if (issues.length >= mostTold) break
    yield at + 1
  }
  if (passages.filter(({ becomes }) => isFlag(becomes)).length > mostFlagged)
    issues.push({ path: "passages", message: "At most 1,000 flags can be raised at once. Bring the file in in parts." })
  return issues.length > 0 ? fail({ code: "invalid", issues }) : ok({ text, passages })
}

const suggestionsOf = (pass: DocumentPass, file: string, passage: Passage, { claims }: ClaimsUnder) =>
  claims.map((claim): PreAnnotationState => {
    const { start, end, text, author, fileLabel } = passage
    const said = { label: passage.becomes as PreAnnotationState["label"], text, author, fileLabel, file }
    const stands = { importedBy: pass.actor.id, status: "open" as const, dismissedBy: null }
    return inVersion({ id: uuidv7(), unitId: claim.id, start, end, ...said, ...stands }, pass.number)
  })

function flagOf(pass: DocumentPass, file: string, text: string, passage: Passage): FlagState {
  const from = [
    `From ${file}`,
    passage.author && `by ${passage.author}`,
    passage.fileLabel && `as “${passage.fileLabel}”`,
  ]
  const note = [passage.text, `${from.filter(Boolean).join(", ")}.`].filter(Boolean).join("\n").slice(0, 5_000)
  const words = {
    reason: passage.becomes as FlagReason,
    note: note.toWellFormed(),
    blocking: false,
    status: "open" as const,
  }
  const by = { raisedBy: pass.actor.id, answer: "", answeredBy: null }
  return inVersion({ id: uuidv7(), ...anchorAt(text, passage), ...words, ...by }, pass.number)
}
