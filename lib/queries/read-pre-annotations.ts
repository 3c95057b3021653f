import { inTurns } from "../db/in-turns.ts"
import { type Actor, readDocument } from "../db/pass.ts"
import { liveUnits, textKnownBy } from "../db/pre-annotation-rows.ts"
import type { Permission } from "../domain/access.ts"
import { type ClaimsUnder, claimsUnder, mostClaimsUnder, type UnitPlace } from "../domain/claims-under.ts"
import { fail, ok, type Result } from "../domain/failure.ts"
import type { FileTrouble, MarkedFormat } from "../formats/marked-file.ts"
import { type OwnText, type PlacedPassage, placePassages, textsOfOurs } from "../formats/place-passages.ts"
import { type MarkedFile, readPreAnnotations } from "../formats/read-pre-annotations.ts"
import { parse } from "../schema/parse.ts"
import { markingsInput, mostMarked } from "../schema/pre-annotation-input.ts"

/** A passage of the document that a file marks. */
export interface ReadPassage extends PlacedPassage {
  readonly quote: string
  /** How it lies on the claims under it, and how many they are. */
  readonly how: ClaimsUnder["how"]
  readonly claims: number
}

export interface MarkingsReading {
  readonly format: MarkedFormat
  /** The version of the text that the positions are of. */
  readonly number: number
  /** The texts of the file with how many passages each has, and which of them is taken for the document. */
  readonly texts: readonly {
    readonly key: string
    readonly name: string
    readonly passages: number
    readonly ours: boolean
  }[]
  readonly passages: readonly ReadPassage[]
  readonly troubles: readonly FileTrouble[]
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
  const file = readPreAnnotations(named, counted)
  if (!file.ok) return file
  const { format, passages, texts, troubles } = file.value
  const keys = of === null ? textsOfOurs(texts, ours) : [of]
  const count = passages.filter(passage => keys.includes(passage.of)).length
  if (count > mostMarked) return fail({ code: "invalid", issues: [{ path: "files", message: tooMany(count) }] })
  const placed = await inTurns(matched(file.value, keys, ours, units), done =>
    report(done / Math.max(1, passages.length)),
  )
  return ok({
    format,
    number,
    texts: texts.map(({ key, name }) => ({
      ...{ key, name, ours: keys.includes(key) },
      passages: passages.filter(passage => passage.of === key).length,
    })),
    passages: placed.passages,
    troubles: [...troubles, ...placed.troubles],
  })
}

export const readMarkings = Object.assign(read, { needs, input: markingsInput })

const tooMany = (count: number) =>
  `The file marks ${count.toLocaleString("en")} passages; at most 10,000 can be brought in at once. Export it in parts.`

function* matched(file: MarkedFile, keys: readonly string[], ours: OwnText, units: readonly UnitPlace[]) {
  const { placed, troubles } = yield* placePassages(file, keys, ours)
  const passages: ReadPassage[] = []
  const astray: FileTrouble[] = []
  for (const passage of placed) {
    const under = claimsUnder(units, passage)
    const quote = ours.text.slice(passage.start, passage.end)
    if ("claims" in under) passages.push({ ...passage, quote, how: under.how, claims: under.claims.length })
    else astray.push({ at: passage.at, why: notClaim(quote, under.instead) })
  }
  return { passages, troubles: [...troubles, ...astray] }
}

const notClaim = (quote: string, kind: string | null) =>
  kind === "too-many"
    ? `It covers more than ${mostClaimsUnder} claims: “${quote.slice(0, 80).toWellFormed()}”. Mark smaller passages.`
    : `It lies on no claim${kind ? ` but on a passage of the kind “${kind}”` : ""}: “${quote.slice(0, 80).toWellFormed()}”. Make that a claim first, if it is one.`
