import { documentText } from "../db/claim-rows.ts"
import { type LostWork, lostFlags, lostUnits, lostWork } from "../db/lost-rows.ts"
import { type Actor, type DocumentPass, readDocument } from "../db/pass.ts"
import { roomTitle, roomUnits } from "../db/reading-rows.ts"
import { textOfVersion } from "../db/version-rows.ts"
import { offers } from "../domain/access.ts"
import { ok } from "../domain/failure.ts"
import { placeCandidates } from "../domain/place-candidates.ts"
import { parse } from "../schema/parse.ts"
import { placeSearch } from "../schema/version-input.ts"

/** A passage of the current text that a lost claim or flag could be placed on. */
export interface Place {
  readonly id: string
  readonly version: number
  readonly start: number
  readonly end: number
  readonly quote: string
}

/** Candidates that are offered for one lost claim, and passages that a search finds. */
const offered = 3
const searched = 20
/** Lost claims and flags that one page lists; the rest comes when some are done. */
const listed = 100

/**
 * What the current text of a document lost: claims with what was said of them, as far as the actor may see it, and open
 * flags; each with passages that share words with it, to choose from.
 */
export const lostClaims = (actor: Actor, documentId: string) =>
  readDocument(actor, documentId, "project.read", async pass => {
    const [units, flags] = [await lostUnits(pass), await lostFlags(pass)]
    const work = new Map<string, LostWork[]>()
    for (const said of await lostWork(pass)) work.set(said.unitId, [...(work.get(said.unitId) ?? []), said])
    const textOf = await oldTexts(pass, new Set(units.map(({ number }) => number)))
    const nearest = await finder(pass)
    return ok({
      document: { id: documentId, projectId: pass.projectId, ...(await roomTitle(pass)) },
      number: pass.number,
      offers: offers(pass.role),
      units: units.slice(0, listed).map(unit => {
        const quote = textOf(unit.number).slice(unit.start, unit.end)
        const said = (work.get(unit.id) ?? []).map(({ unitId: _, words, ...one }) => ({
          ...one,
          words: unmentioned(words),
        }))
        return { ...unit, quote, work: said, places: nearest(quote, offered) }
      }),
      flags: flags.slice(0, listed).map(flag => ({ ...flag, places: nearest(flag.quote, offered) })),
      more: Math.max(0, units.length - listed) + Math.max(0, flags.length - listed),
    })
  })

/** Passages of the current text that share words with what somebody looks for. */
export const searchPlaces = (actor: Actor, documentId: string, input: unknown) =>
  readDocument(actor, documentId, "document.edit", async pass => {
    const parsed = parse(placeSearch, { ...(input as object), documentId })
    if (!parsed.ok) return parsed
    return ok({ number: pass.number, places: (await finder(pass))(parsed.value.words, searched) })
  })
searchPlaces.input = placeSearch

// A mention is written as an id, which the words of a list have no use for.
const unmentioned = (words: string) => words.replaceAll(/@\[[^\]]*\]/g, "@…")

async function oldTexts(pass: DocumentPass, numbers: ReadonlySet<number>): Promise<(number: number) => string> {
  const texts = new Map<number, string>()
  for (const number of numbers) texts.set(number, (await textOfVersion(pass, number)) ?? "")
  return number => texts.get(number) ?? ""
}

async function finder(pass: DocumentPass): Promise<(words: string, most: number) => Place[]> {
  const [text, units] = [await documentText(pass), await roomUnits(pass)]
  return (words, most) =>
    placeCandidates(text, units, words, most).map(({ unit: { id, version, start, end }, quote }) => {
      return { id, version, start, end, quote }
    })
}

type Answer = Awaited<ReturnType<typeof lostClaims>>
export type LostPage = Extract<Answer, { ok: true }>["value"]
