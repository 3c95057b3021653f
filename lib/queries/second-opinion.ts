import { unitPlaces } from "../db/activity-rows.ts"
import { readChoice } from "../db/agreement-choice.ts"
import { claimsInSight } from "../db/claims-in-sight.ts"
import { partOf } from "../db/keyset.ts"
import { type Actor, type ProjectPass, readDocument, readProject } from "../db/pass.ts"
import { projectWordsRow } from "../db/project-lists.ts"
import type { ShownPerson } from "../db/shown-people.ts"
import { may } from "../domain/access.ts"
import { ok } from "../domain/failure.ts"
import { type LabelKind, labelsOn } from "../domain/labelled-claims.ts"
import {
  confusionOf,
  type NoOpinion,
  type OpinionList,
  type Opinions,
  opinionLists,
  opinionOn,
  opinionsOn,
  opinionsToSee,
} from "../domain/second-opinion.ts"
import { shortened } from "../domain/sentence-words.ts"
import { type OpinionFilter, opinionFilter } from "../schema/agreement-input.ts"
import { pageSize, placeIn } from "../schema/list-filter.ts"
import { readFilter } from "./read-filter.ts"

async function opinions(pass: ProjectPass, kind: LabelKind) {
  const { claims, find } = await claimsInSight(pass, kind)
  return { claims, find, found: await find("opinions", () => opinionsOn(claims)) }
}

/**
 * What Dawid and Skene's model makes of the labels that the actor may see, beside the verdicts: a page of the claims of a
 * list, and how reliable people are at what, of everybody for who may see that, of oneself for everybody else.
 */
export async function secondOpinion(actor: Actor, projectId: string, input: unknown) {
  const filter = readFilter(opinionFilter, input)
  if (!filter.ok) return filter
  const { labels, document } = filter.value
  return readProject(actor, projectId, "project.read", async pass => {
    const { claims: all, find, found } = await opinions(pass, labels)
    const read = await readChoice(pass, all, { document })
    if (!read.ok) return read
    const { documents, people } = read.value
    const seesAll = may(pass.role, "reliability.see")
    const whole = { project: (await projectWordsRow(pass)).name, filter: filter.value, documents, seesAll }
    const titles = new Map(documents.map(({ id, title }) => [id, title]))
    const persons = people.map((person, at) => ({ ...person, mine: all.personIds[at] === actor.id }))
    const why: NoOpinion | null = typeof found === "string" ? found : null
    const seen =
      typeof found === "string"
        ? ok(null)
        : await inSight(pass, {
            found,
            lists: await find(["opinions", document], () => opinionsToSee(found, document)),
            filter: filter.value,
            titles,
          })
    if (!seen.ok) return seen
    const matrices =
      typeof found === "string" ? [] : matricesOf(found, persons).filter(matrix => seesAll || matrix.mine)
    return ok({ ...whole, why, opinions: seen.value, matrices })
  })
}
secondOpinion.input = opinionFilter

interface Sight {
  readonly found: Opinions
  readonly lists: Readonly<Record<OpinionList, readonly number[]>>
  readonly filter: OpinionFilter
  readonly titles: ReadonlyMap<string, string>
}

/** What the model rests on, how many claims each list has, and a page of one of them. */
async function inSight(pass: ProjectPass, { found, lists, filter, titles }: Sight) {
  const { claims, model, given } = found
  const listed = lists[filter.list]
  const part = partOf(listed, placeIn(filter), pageSize, claim => claims.ids[claim]!)
  if (!part.ok) return part
  const { rows: shown, after } = part.value
  const places = await unitPlaces(
    pass,
    shown.map(claim => claims.ids[claim]!),
  )
  const people = given.filter(count => count > 0).length
  return ok({
    rests: { claims: claims.ids.length, labels: claims.labels.given.length, people },
    converged: model.converged,
    steps: model.steps,
    shares: [...model.shares],
    counts: Object.fromEntries(opinionLists.map(list => [list, lists[list].length])) as Record<OpinionList, number>,
    total: listed.length,
    after,
    claims: shown.map(claim => {
      const [unitId, documentId] = [claims.ids[claim]!, claims.documentIds[claims.documents[claim]!]!]
      const quote = shortened(places.get(unitId)?.quote ?? "")
      const counted = { labels: labelsOn(claims, claim).count, decided: claims.decided[claim] === 1 }
      const document = titles.get(documentId) ?? ""
      return { unitId, documentId, document, quote, ...counted, ...opinionOn(found, claim) }
    }),
  })
}

/** How reliable everybody is at what whose labels the model rests on, oneself first and the others by name. */
function matricesOf(found: Opinions, persons: readonly (ShownPerson & { readonly mine: boolean })[]) {
  const rows = persons.map((person, at) => ({ ...person, given: found.given[at]!, rows: confusionOf(found, at) }))
  return rows
    .filter(({ given }) => given > 0)
    .sort((a, b) => Number(b.mine) - Number(a.mine) || (a.name < b.name ? -1 : 1))
}

/** The model's opinion on one claim; null, with why, when the model has none or fewer than two labels on it are in sight. */
export const claimOpinion = (actor: Actor, documentId: string, unitId: string) =>
  readDocument(actor, documentId, "project.read", async pass => {
    const { found } = await opinions(pass, "standing")
    const claim = typeof found === "string" ? -1 : found.claims.ids.indexOf(unitId)
    const why: NoOpinion | "few-labels" | null = typeof found === "string" ? found : claim < 0 ? "few-labels" : null
    const opinion =
      typeof found === "string" || claim < 0
        ? null
        : { labels: labelsOn(found.claims, claim).count, ...opinionOn(found, claim) }
    return ok({ why, opinion })
  })

type Answer = Awaited<ReturnType<typeof secondOpinion>>
export type ClaimOpinion = Extract<Awaited<ReturnType<typeof claimOpinion>>, { ok: true }>["value"]
export type SecondOpinionPage = Extract<Answer, { ok: true }>["value"]
