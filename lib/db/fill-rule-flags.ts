import { rulesVersion } from "../domain/rule-flags.ts"
import { verdictOf } from "../domain/verdict.ts"
import { claimFacts, currentPolicy } from "./claim-facts.ts"
import { tendDocument } from "./pass.ts"
import { saveRuleFlags } from "./rule-flag-rows.ts"

/**
 * Look through the claims of documents that older rules were applied to, or none, one document after another, so that it
 * may be stopped and gone on with at any moment while people work. Answers how many documents it looked through.
 */
export async function fillRuleFlags(stopped: () => boolean): Promise<number> {
  let filled = 0
  const look = () =>
    tendDocument(rulesVersion, async pass => {
      const { policy } = await currentPolicy(pass)
      const units = await claimFacts(pass, pass, null, "all")
      const judged = units.map(unit => ({ unit, verdict: verdictOf(unit.facts, policy) }))
      await saveRuleFlags(pass, pass, judged, policy)
    })
  for (;;) {
    if (stopped()) return filled
    const done = await look()
    if (!done.ok || !done.value) return filled
    filled++
  }
}
