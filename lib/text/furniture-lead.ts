import { chromeRunEnd } from "./chrome-run.ts"
import type { LeadIn } from "./lead-in.ts"
import { lengthAt } from "./pattern-at.ts"
import { examinerLength } from "./speaker-label.ts"
import { WordSet } from "./word-set.ts"

/** Formulas of a letter that begin with a word that opens sentences too. */
const formula =
  /(?:(?:I am|I remain),? [Ss]ir,?(?: yours)?,? (?:&c|etc)\.|Your (?:most )?(?:obedient|humble) servant),?(?=\s+\p{Lu})|My [Dd]ear (?:Sir|Madam),? ?[—–](?=\s?\p{Lu})|Mr\.? Editor,? ?[—–](?=\s?\p{Lu})/uy
/** A figure's number and caption, up to a year or bracket that is glued to the next sentence. */
const figure =
  /(?:Fig|Figure|Plate|Table|Map|Рис|Табл|Ил|Илл)\.? [\dIVX]{1,4}[a-zа-я]?[.:] [^\n.!?]{3,120}?[\d)](?=\p{Lu}\p{Ll})/uy

/** First words of captions, examiners' labels, letters' formulas and runs of links; most of them open sentences as well. */
const furnitureWords = new WordSet(
  `My Mr I Your By Cross Examined Re Questioned Fig Figure Plate Table Map Рис Табл Ил Илл Ask Asked Answered Posted Edited Add Post Sorted Sort
   Highest Trending Newest Oldest Best Top Date Show View Improve Hot More Question Continue Read Jump Skip Main Article Most Load
   You Log Sign Join Report Reply Modified Active Updated Viewed Related Linked Featured Advertisement Story Share Показать Читать
   Сначала Сортировать Добавить Ответить Похожие Ещё`.split(/\s+/),
)

/** Whether the word `[start, end)` is one that captions, examiners' labels, letters' formulas and runs of links begin with. */
export function beginsFurniture(text: string, start: number, end: number): boolean {
  return furnitureWords.holds(text, start, end)
}

/** A letter's formula, an examiner's label, a figure's caption or a run of links at `start`, or null. */
export function furnitureAt(text: string, start: number): LeadIn | null {
  const first = text[start] as string
  if ("IMY".includes(first)) {
    const length = lengthAt(formula, text, start)
    if (length > 0) return { end: start + length, rule: "salutation" }
    if (first === "I") return null
  }
  if ("BCERQ".includes(first)) {
    const length = examinerLength(text, start)
    if (length > 0) return { end: start + length, rule: "speaker-label" }
  }
  if ("FPTMРТИ".includes(first)) {
    const length = lengthAt(figure, text, start)
    if (length > 0) return { end: start + length, rule: "caption" }
  }
  const end = chromeRunEnd(text, start)
  return end > 0 ? { end, rule: "page-header" } : null
}
