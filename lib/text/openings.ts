/** What may be found at a word, as bits, so that most words need no look into any list. */
export const HEDGE = 1
export const SOURCE = 2
export const DAMAGE = 4
