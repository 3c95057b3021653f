import { unitPlaces } from "../db/activity-rows.ts"
import { type Actor, isId, type ProjectPass, readProject } from "../db/pass.ts"
import { projectWordsRow } from "../db/project-lists.ts"
import { type RoundClaim, type RoundLabel, roundClaims, roundLabels, roundLines } from "../db/round-rows.ts"
import { offers } from "../domain/access.ts"
import { type Agreement, agreementOfLists } from "../domain/agreement.ts"
import { fail, ok } from "../domain/failure.ts"
import { type Label, labels } from "../domain/label.ts"
import { shortened } from "../domain/sentence-words.ts"

/** One person's labels on the claims of a round: before it was revealed, and after. */
export interface NormedPerson {
  readonly id: string
  readonly name: string
  /** By the claims in their order; null where they gave none. */
  readonly before: readonly (Label | null)[]
  readonly after: readonly (Label | null)[]
}

export interface Revealed {
  readonly people: readonly NormedPerson[]
  readonly before: Agreement
  readonly after: Agreement
}

/** A norming round: its claims and, once it is revealed, everybody's labels before and after, with how far they agree. */
export const round = (actor: Actor, projectId: string, roundId: string) =>
  readProject(actor, projectId, "project.read", async pass => {
    const [line] = isId(roundId) ? await roundLines(pass, roundId) : []
    if (!line) return fail({ code: "not-found" })
    const claims = await roundClaims(pass, roundId)
    const places = await unitPlaces(
      pass,
      claims.map(({ unitId }) => unitId),
    )
    return ok({
      project: (await projectWordsRow(pass)).name,
      offers: offers(pass.role),
      round: line,
      claims: claims.map(claim => ({ ...claim, quote: shortened(places.get(claim.unitId)?.quote ?? "") })),
      revealed: line.stage === "blind" ? null : await revealed(pass, roundId, claims, line.stage === "ended"),
    })
  })

async function revealed(
  pass: ProjectPass,
  roundId: string,
  claims: readonly RoundClaim[],
  ended: boolean,
): Promise<Revealed> {
  const before = await roundLabels(pass, roundId, "before")
  const after = await roundLabels(pass, roundId, ended ? "after" : "now")
  const names = new Map([...before, ...after].map(({ personId, person }) => [personId, person]))
  const of = (given: readonly RoundLabel[], id: string) =>
    claims.map(({ unitId }) => given.find(one => one.personId === id && one.unitId === unitId)?.label ?? null)
  const agreement = (given: readonly RoundLabel[]) =>
    agreementOfLists(
      claims.map(({ unitId }) => given.filter(one => one.unitId === unitId).map(({ label }) => label)),
      labels,
    )
  return {
    people: [...names].map(([id, name]) => ({ id, name, before: of(before, id), after: of(after, id) })),
    before: agreement(before),
    after: agreement(after),
  }
}

type Answer = Awaited<ReturnType<typeof round>>
export type RoundPage = Extract<Answer, { ok: true }>["value"]
