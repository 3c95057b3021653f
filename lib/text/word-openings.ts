import { opensSource } from "./attributions.ts"
import { mayBeDamaged } from "./damage.ts"
import { opensHedge } from "./hedges.ts"
import { DAMAGE, HEDGE, SOURCE, TALK } from "./openings.ts"
import { judgingBits } from "./opinion.ts"
import { chromeBits } from "./page-chrome.ts"
import { opensTalk } from "./talk.ts"

/** What may be found at a word, as bits of `openings.ts`. */
export const openingsOf = (word: string): number =>
  (opensHedge(word) ? HEDGE : 0) |
  (opensSource(word) ? SOURCE : 0) |
  (mayBeDamaged(word) ? DAMAGE : 0) |
  (opensTalk(word) ? TALK : 0) |
  judgingBits(word) |
  chromeBits(word)
