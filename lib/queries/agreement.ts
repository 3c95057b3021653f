import { readChoice } from "../db/agreement-choice.ts"
import { claimsInSight } from "../db/claims-in-sight.ts"
import { type CredibilityRow, credibilityRows } from "../db/labelled-claims.ts"
import { logHead } from "../db/log-in-project.ts"
import { type Actor, readProject } from "../db/pass.ts"
import { projectWordsRow } from "../db/project-lists.ts"
import type { ShownPerson } from "../db/shown-people.ts"
import { agreementFigures, ordinalAlpha } from "../domain/agreement-figures.ts"
import { ok } from "../domain/failure.ts"
import { type ClaimChoice, chosenClaims, type LabelledClaims } from "../domain/labelled-claims.ts"
import type { Pair, PairAgreement } from "../domain/pair-agreement.ts"
import { countsOfLists } from "../domain/rating-table.ts"
import { agreementChoice } from "../schema/agreement-input.ts"
import { readFilter } from "./read-filter.ts"

/** Two people as the actor may know them, with their agreement. */
export interface ShownPair extends PairAgreement {
  readonly one: ShownPerson
  readonly other: ShownPerson
}

/**
 * How far people agree on the claims of a project, of the labels alone that the actor may see. Each claim weighs alike.
 * `input` comes from an address. The figures are made in turns, and kept until something changes.
 */
export async function agreement(actor: Actor, projectId: string, input: unknown) {
  const filter = readFilter(agreementChoice, input)
  if (!filter.ok) return filter
  return readProject(actor, projectId, "project.read", async pass => {
    const { claims, find } = await claimsInSight(pass, filter.value.labels)
    const read = await readChoice(pass, claims, filter.value)
    if (!read.ok) return read
    const { choice, documents, people } = read.value
    const { documents: lines, ...found } = await find(["agreement", choice], async () =>
      figures(claims, choice, await credibilityRows(pass)),
    )
    const titles = new Map(documents.map(({ id, title }) => [id, title]))
    return ok({
      project: (await projectWordsRow(pass)).name,
      filter: filter.value,
      documents,
      people: [...people].sort(byName),
      ...found,
      byDocument: lines.map(line => ({ ...line, title: titles.get(line.documentId) ?? "" })),
      pairs: shownPairs(found.pairs, people),
      head: await logHead(pass),
      at: pass.at,
    })
  })
}
agreement.input = agreementChoice

function* figures(all: LabelledClaims, choice: ClaimChoice, credibilities: readonly CredibilityRow[]) {
  const claims = chosenClaims(all, choice)
  yield
  const found = yield* agreementFigures(claims)
  const here = new Set(claims.ids)
  const things = new Map<string, number[]>()
  for (const { unitId, thing, authorId, credibility } of credibilities) {
    if (!here.has(unitId) || (choice.people?.length === 2 && !choice.people.includes(authorId))) continue
    const key = `${unitId} ${thing}`
    const given = things.get(key) ?? []
    things.set(key, given)
    if (credibility !== null) given.push(credibility)
  }
  yield
  const credibility = yield* ordinalAlpha(countsOfLists([...things.values()], [1, 2, 3, 4, 5]))
  return { claims: claims.ids.length, ...found, credibility }
}

const byName = (a: ShownPerson, b: ShownPerson) => (a.name < b.name ? -1 : a.name > b.name ? 1 : a.id < b.id ? -1 : 1)

/** The pairs by how much they share and by their names, so that the order tells nothing of who is behind a pseudonym. */
function shownPairs(pairs: readonly Pair[], people: readonly ShownPerson[]): readonly ShownPair[] {
  const named = pairs.map(({ first, second, ...pair }) => {
    const [one, other] = [people[first]!, people[second]!].sort(byName)
    return { ...pair, one: one!, other: other! }
  })
  return named.sort((a, b) => b.used - a.used || byName(a.one, b.one) || byName(a.other, b.other))
}

type Answer = Awaited<ReturnType<typeof agreement>>
export type AgreementPage = Extract<Answer, { ok: true }>["value"]
