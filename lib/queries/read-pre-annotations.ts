import { inTurns } from "../db/in-turns.ts"
import { type Actor, readDocument } from "../db/pass.ts"
import { liveUnits, textKnownBy } from "../db/pre-annotation-rows.ts"
import type { Permission } from "../domain/access.ts"
import { type ClaimsUnder, claimsUnder, mostClaimsUnder, type UnitPlace } from "../domain/claims-under.ts"
import { ok, type Result } from "../domain/failure.ts"
import type { FileTrouble } from "../formats/marked-file.ts"
import type { PlacedPassage } from "../formats/place-passages.ts"
import { readMarkedBeside } from "../intake/read-beside.ts"
import type { MarkedReading } from "../intake/read-marked.ts"
import { parse } from "../schema/parse.ts"
import { markingsInput, mostMarked } from "../schema/pre-annotation-input.ts"

/** A passage of the document that a file marks. */
export interface ReadPassage extends PlacedPassage {
  readonly quote: string
  /** How it lies on the claims under it, and how many they are. */
  readonly how: ClaimsUnder["how"]
  readonly claims: number
}

export interface MarkingsReading extends Omit<MarkedReading, "placed"> {
  /** The version of the text that the positions are of. */
  readonly number: number
  readonly passages: readonly ReadPassage[]
}

const needs: Permission = "preannotation.add"

/**
 * Read what files of other tools mark in a document: where each passage stands, on which claims, and line by line what
 * does not fit. Nothing is stored and nothing fetched.
 */
async function read(
  actor: Actor,
  input: unknown,
  report: (share: number) => void = () => {},
): Promise<Result<MarkingsReading>> {
  const parsed = parse(markingsInput, input)
  if (!parsed.ok) return parsed
  const { documentId, files, counted, of } = parsed.value
  const found = await readDocument(actor, documentId, needs, async pass =>
    ok({ ours: await textKnownBy(pass), units: await liveUnits(pass), number: pass.number }),
  )
  if (!found.ok) return found
  const { ours, units, number } = found.value
  const named = files.map(({ name, base64 }) => ({ name, bytes: new Uint8Array(Buffer.from(base64, "base64")) }))
  const read = await readMarkedBeside(named, { counted, of, ours, most: mostMarked })
  if (!read.ok) return read
  const { placed, troubles, ...file } = read.value
  const matching = matched(placed, ours.text, units)
  const { passages, astray } = await inTurns(matching, done => report(done / Math.max(1, placed.length)))
  return ok({ ...file, number, passages, troubles: [...troubles, ...astray] })
}

export const readMarkings = Object.assign(read, { needs, input: markingsInput })

function* matched(placed: readonly PlacedPassage[], text: string, units: readonly UnitPlace[]) {
  const passages: ReadPassage[] = []
  const astray: FileTrouble[] = []
  for (const [index, passage] of placed.entries()) {
    const under = claimsUnder(units, passage)
    const quote = text.slice(passage.start, passage.end)
    if ("claims" in under) passages.push({ ...passage, quote, how: under.how, claims: under.claims.length })
    else astray.push({ at: passage.at, why: notClaim(quote, under.instead) })
    yield index + 1
  }
  return { passages, astray }
}

const notClaim = (quote: string, kind: string | null) =>
  kind === "too-many"
    ? `It covers more than ${mostClaimsUnder} claims: “${quote.slice(0, 80).toWellFormed()}”. Mark smaller passages.`
    : `It lies on no claim${kind ? ` but on a passage of the kind “${kind}”` : ""}: “${quote.slice(0, 80).toWellFormed()}”. Make that a claim first, if it is one.`
