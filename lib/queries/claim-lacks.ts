import { currentPlaces } from "../db/citing-units.ts"
import { currentPolicy, factsReader, inBatches } from "../db/claim-facts.ts"
import { blockingFlags, claimSpans } from "../db/claim-lists.ts"
import type { ProjectPass } from "../db/pass.ts"
import { type LackKind, lacksUnder } from "../domain/claim-lacks.ts"
import type { FlagReason } from "../domain/flag.ts"
import { flagsOnSpans } from "../domain/flags-on-spans.ts"

/** What stands between each claim and being vetted, as far as the actor may see, with the reasons of its blocking flags. */
export interface ClaimLacks {
  /** By the claims' ids; vetted ones are not among them. */
  readonly lacks: ReadonlyMap<string, readonly LackKind[]>
  readonly flags: ReadonlyMap<string, ReadonlySet<FlagReason>>
}

/** What stands in the way of the claims of the project, or of one document, that are not vetted. */
export async function claimLacks(pass: ProjectPass, documentId: string | null = null): Promise<ClaimLacks> {
  const claims = await claimSpans(pass, documentId, "unvetted")
  const flags = flagsOnSpans(claims, await blockingFlags(pass, documentId), ({ reason }) => reason)
  const lacks = new Map<string, readonly LackKind[]>()
  const begun = new Map<string, string[]>()
  for (const { id, documentId: text, state } of claims)
    if (state === "open") lacks.set(id, flags.has(id) ? ["label", "flag-open"] : ["label"])
    else if (begun.has(text)) begun.get(text)!.push(id)
    else begun.set(text, [id])
  if (begun.size > 0) {
    const lacksOf = lacksUnder((await currentPolicy(pass)).policy)
    const factsOf = await factsReader(pass, "seen")
    for (const place of await currentPlaces(pass)) {
      const ids = begun.get(place.documentId)
      for (const batch of ids ? inBatches(ids) : [])
        for (const { id, state, facts } of await factsOf(place, batch)) lacks.set(id, lacksOf(state, facts))
    }
  }
  return { lacks, flags }
}
