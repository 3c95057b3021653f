import type * as z from "zod"
import { currentPolicy, factsReader } from "../db/claim-facts.ts"
import { countingLinks } from "../db/claim-link-rows.ts"
import { type ContestedWish, disputedByCitation } from "../db/contested-rows.ts"
import type { ProjectPass } from "../db/pass.ts"
import type { TextPlace } from "../db/text-place.ts"
import { may } from "../domain/access.ts"
import { contradicting } from "../domain/claim-link.ts"
import { type ContestedWay, waysContested } from "../domain/contested.ts"
import type { contestedFilter } from "../schema/adjudication-input.ts"

type Placed = TextPlace & { readonly unitId: string }

/** Which contested claims an address asks for, and whether the policy keeps the actor from deciding what they labelled. */
export async function contestedWish(
  pass: ProjectPass,
  { document, how, show, own, order }: Omit<z.output<typeof contestedFilter>, "page">,
): Promise<{ readonly wish: ContestedWish; readonly ownForbidden: boolean }> {
  const { policy } = await currentPolicy(pass)
  const ownForbidden = may(pass.role, "claim.adjudicate") && !policy.adjudicateOwn
  const documentId = document ?? null
  const withoutOwn = ownForbidden && own !== "1"
  const wish = { documentId, order, show, withoutOwn, how: how ?? null, only: await only(pass, how, documentId) }
  return { wish, ownForbidden }
}

/** The claims that are contested in a way of which only what they rest on can tell. */
async function only(pass: ProjectPass, how: ContestedWay | undefined, documentId: string | null) {
  if (how === "contradiction") {
    const links = await countingLinks(pass)
    const contradictions = contradicting(links)
    const ids = new Set(links.flatMap(({ unitAId, unitBId }) => [unitAId, unitBId]))
    return [...ids].filter(id => contradictions(id).length > 0)
  }
  if (how !== "evidence") return null
  const ways = await waysOf(pass, await disputedByCitation(pass, documentId))
  return [...ways].filter(([, list]) => list.includes("evidence")).map(([id]) => id)
}

/** How each of these claims is contested, as far as the actor may see what they rest on. */
export async function waysOf(
  pass: ProjectPass,
  claims: readonly Placed[],
): Promise<ReadonlyMap<string, readonly ContestedWay[]>> {
  const { policy } = await currentPolicy(pass)
  const read = await factsReader(pass, "seen")
  const found = new Map<string, readonly ContestedWay[]>()
  const places = new Map(claims.map(({ documentId, number }) => [documentId, { documentId, number }]))
  for (const place of places.values()) {
    const ids = claims.filter(({ documentId }) => documentId === place.documentId).map(({ unitId }) => unitId)
    for (const { id, facts } of await read(place, ids)) found.set(id, waysContested(facts, policy))
  }
  return found
}
