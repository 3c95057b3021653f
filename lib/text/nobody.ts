import type { UnitWords } from "./unit-words.ts"

export const pronouns = new Set("he she they him her them он она они его ее их него нее них ним ней ними".split(" "))
/** No sources: the writer, the reader, the impersonal, and whoever is not named. */
const nobody = new Set(
  `i we it its it's that this these those there which what whom which one nobody everyone everybody someone somebody anyone anybody no who
   others another some many most several certain various rumour rumours rumor rumors legend tradition story gossip hearsay
   people nothing something everything me us my our historians scholars researchers experts observers locals few
   я мы кто что никто который все многие некоторые другие ряд часть слухи легенда молва предание историки исследователи
   кое-кто кто-то люди мне нам это этот эта`.split(/\s+/),
)
/** Nobody by themselves, somebody with a noun behind them that is no crowd: "some chroniclers", "another director". */
const quantifiers = new Set(
  "some many most several certain various few others another многие некоторые другие ряд часть".split(" "),
)
/** Nobody by themselves, somebody with more words: "observers at Lick". */
const crowds = new Set(
  "historians scholars researchers experts critics observers locals people историки исследователи люди".split(" "),
)
const plainCrowds = new Set(
  `authors sources critics writers commentators biographers contemporaries witnesses analysts eyewitnesses accounts books
   sites websites articles versions авторы авторов источники источников историков исследователей очевидцы свидетели
   современники специалисты эксперты`.split(/\s+/),
)

/** Whether the words after a quantifier are no more than "historians" or "of the sources". */
function namesCrowd(unit: UnitWords, from: number, to: number): boolean {
  return to - from > 2
    ? false
    : nobody.has(unit.words[to - 1] as string) || plainCrowds.has(unit.words[to - 1] as string)
}

/** Whether the words name nobody: the writer, the reader, an impersonal or somebody unnamed. */
export function isNobody(unit: UnitWords, [from, to]: readonly [from: number, to: number]): boolean {
  if (to <= from) return true
  const first = unit.words[from] as string
  if (to > from + 1 && (crowds.has(first) || (quantifiers.has(first) && !namesCrowd(unit, from + 1, to)))) return false
  if (first === "one" && unit.words[from + 1] === "of") return false
  if (
    nobody.has(first) &&
    !(first === "that" && to > from + 1) &&
    !(first === "this" && to > from + 1) &&
    !(/^(?:my|our|its|me|эта|этот|все)$/.test(first) && to > from + 1)
  )
    return true
  if (to === from + 1) return nobody.has(first) || /^\d+$/.test(first)
  const last = unit.words[to - 1] as string
  // "the insurance people" are somebody, "the people" are not.
  return nobody.has(last) && !(last === "people" && to - from > 2)
}
