/** What may be found at a word, as bits, so that most words need no look into any list. */
export const HEDGE = 1
export const SOURCE = 2
export const DAMAGE = 4
export const VERDICT = 8
export const COPULA = 16
export const JUDGEMENT = 32
export const CHROME = 64
export const SHORT_CHROME = 128
export const TALK = 256
