import type { Cue } from "../domain/unit.ts"
import { lines, phraseTable } from "./phrases.ts"
import type { UnitWords } from "./unit-words.ts"

const evaluations = new Set(
  `interesting absurd ridiculous brilliant shameful disgraceful terrible horrible awful wonderful great magnificent stupid
   foolish ironic regrettable admirable despicable outrageous nonsense excellent fascinating remarkable unfortunate
   disgusting pathetic heroic villainous monstrous beautiful ugly amazing boring impressive unconvincing convincing
   ludicrous sad tragic hilarious laughable silly wise unwise fair unfair wrong right good bad best worst better worse
   overrated underrated masterful sophomoric demonic shocking evil genius important
   интересно абсурдно нелепо блестяще позорно ужасно прекрасно глупо смешно возмутительно отвратительно замечательно
   трагично печально справедливо несправедливо хорошо плохо важно странно`.split(/\s+/),
)
/** Stems of Russian adjectives that judge, whatever noun follows. */
const russianEvaluation =
  /^(?:ужасн|прекрасн|глуп|нелеп|позорн|блестящ|отвратительн|чудовищн|гениальн|абсурдн|замечательн)[а-я]{2,3}$/

const copulas = new Set(
  "is was are were be been seems seemed remains remained looks sounds feels это было был была".split(" "),
)
const intensifiers = new Set(
  `very so too quite rather truly simply really just absolutely utterly totally completely a an the most more pretty
   perhaps not indeed downright nothing очень слишком весьма просто совершенно самый not`.split(/\s+/),
)
const stances = phraseTable<true>(
  lines(
    `in my opinion, in my view, to my mind, in my humble opinion, imo, imho, i think, i believe, i feel that,
    i prefer, i agree, i disagree, i doubt, i hope, i love, i hate, i like, по-моему, на мой взгляд, по моему мнению,
    я считаю, я думаю, мне кажется, к сожалению, к счастью`,
    true as const,
  ),
)

/** Whether a unit passes judgement in its own voice. */
export function isEvaluation(unit: UnitWords, cues: readonly Cue[]): boolean {
  if (stances.in(unit.words)) return true
  if (cues.some(cue => cue.kind === "attribution")) return false
  const { words } = unit
  return words.some((word, index) => {
    if (!copulas.has(word)) return false
    let at = index + 1
    while (at < words.length && at < index + 4 && intensifiers.has(words[at] as string)) at++
    if (russianEvaluation.test(words[at] ?? "")) return true
    if (!evaluations.has(words[at] ?? "")) return false
    return (
      at === words.length - 1 || /^(?:that|to|of|and|but|for|because|how|in|что|и|но)$/.test(words[at + 1] as string)
    )
  })
}

const past = new Set("was were had did said told believed thought saw would could".split(" "))

/** Whether a unit says in its own voice what will happen. */
export function isProjection(unit: UnitWords, cues: readonly Cue[]): boolean {
  if (cues.some(cue => cue.kind === "attribution")) return false
  const at = unit.words.findIndex(word => word === "will" || word === "won't" || word === "shall")
  if (at < 1) return false
  return !unit.words.some(word => past.has(word)) && !cues.some(cue => cue.kind === "vague-source")
}
