import { isUpperAt } from "./characters.ts"
import type { UnitWords } from "./unit-words.ts"

/** English words that make a predicate whenever they occur. */
const verbs = new Set(
  `is are was were am be's isn't aren't wasn't weren't has have had hasn't haven't hadn't does do did doesn't don't didn't
   will would shall should can could may might must won't wouldn't can't couldn't shouldn't mustn't cannot ain't
   isnt arent wasnt werent hasnt havent hadnt doesnt dont didnt wont wouldnt cant couldnt shouldnt thats
   it's he's she's that's there's they're we're you're i'm i've we've they've you've i'd he'd she'd we'd they'd i'll he'll
   she'll we'll they'll it'll you'll who's what's
   became began came went took gave made said saw knew told thought found got left led fell felt kept held brought wrote
   stood lost met ran spent sent built paid fought sought caught taught bought drew grew threw flew blew knelt laid lay sat
   died lied tied used owed aged eyed iced added ended
   spoke broke chose drove rose wore won sold slept swore stole struck sang sank shook understood withdrew undertook
   oversaw foresaw forgot forgave hid fled bled fed dealt dreamt meant bore bent lent went rode woke wound
   becomes begins comes goes takes gives makes says sees knows tells thinks finds gets leaves leads falls feels keeps holds
   brings writes stands loses means seems appears remains shows argues claims believes suggests explains describes states
   notes contains includes consists requires exists lives dies dies works wants needs uses tries happens depends refers
   follows allows provides represents belongs causes calls considers continues creates decides denies fails hopes insists
   knows lacks likes loves hates mentions moves occurs offers opens owns plays proves reads receives reflects rejects relates
   reports returns reveals runs serves sits sounds speaks starts stays supports talks turns understands wins arose ate
   know think believe mean seem want need agree disagree doubt guess suppose hope wish love hate like remember recall
   suggest say claim argue understand exist remain consist depend differ put set hit cut read cost let spread shut hurt
   tell go come give get make take find see look use try live work die appear`.split(/\s+/),
)

/** Words in -ed that are no past tense, or hardly ever. */
const edWords = new Set(
  `indeed hundred sacred naked wicked red need seed feed speed bed shed unprecedented so-called alleged aforementioned
   united kindred biased beloved rugged crooked ragged`.split(/\s+/),
)

const beforeParticiple = new Set(`a an the of by and in his her its their our my as with from`.split(" "))

const russianVerbs = new Set(
  `есть нет был была было были будет будут стал стала стало стали мог могла могли может могут должен должна должны нельзя
   можно нужно надо это является являются значит говорит пишет умер умерла погиб погибла рос вел шел нес вез привел пришел
   ушел вышел нашел ввел провел перевел принес произошел перешел вошел пошел дошел сошел зашел возник исчез достиг известно
   дал дала дали дало взял жил жила жили пил бил лил шил гнал ждал
   жив жива убит убита рожден рождена написан написана основан основана`.split(/\s+/),
)
const russianEnding =
  /(?:[аеиоуыяё]л(?:а|о|и)?(?:сь)?|шл[аои](?:сь)?|[аеиоуыяё]лся|[её]т(?:ся)?|[иаяую]т(?:ся)?|ут(?:ся)?|[иы]шь|ешь|[аеяо]н[аоы]|[её]н|жен[аоы]?|[аеи]т[аоы]|ем|им)$/
const russianNoun = /(?:ость|ение|ание|тет|кет|лет|нет|вет|мет|рет|дет|ист|арт|ент|ант)$/

/** Subjects that a predicate follows, whatever verb it is. */
const subjects = new Set("he she it they we i there who он она оно они мы я".split(" "))

/**
 * Whether a unit has a predicate as far as its words tell: a finite verb, or in Russian also a short participle or a
 * dash that stands for "is", or a pronoun to begin with, or more than thirty words. Doubtful words count as verbs, so that what may assert is not called a fragment.
 */
export function hasFiniteVerb(text: string, unit: UnitWords): boolean {
  const { words, starts, ends } = unit
  if (words.length > 30 || (words.length > 2 && subjects.has(words[0] as string))) return true
  for (let index = 0; index < words.length; index++) {
    const word = words[index] as string
    const code = word.charCodeAt(0)
    if (code >= 0x400 && code <= 0x4ff) {
      if (russianVerbs.has(word)) return true
      const capital = index > 0 && isUpperAt(text, starts[index] as number)
      if (!capital && word.length > 3 && russianEnding.test(word) && !russianNoun.test(word)) return true
      continue
    }
    const capital = isUpperAt(text, starts[index] as number) && index > 0
    if (verbs.has(word) && !capital) return true
    if (!capital && word.length > 4 && word.endsWith("ed") && !edWords.has(word)) {
      if (index > 0 && !beforeParticiple.has(words[index - 1] as string)) return true
    }
    if (word.endsWith("n't") || word.endsWith("'re") || word.endsWith("'ll") || word.endsWith("'ve")) return true
  }
  const first = text.charCodeAt(starts[0] ?? 0)
  if (first < 0x400 || first > 0x4ff || words.length < 3) return false
  const gap = text.slice(starts[0], ends[words.length - 1])
  return / (?:[—–]|--?) /.test(gap)
}
