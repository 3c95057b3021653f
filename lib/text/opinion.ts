import type { Cue } from "../domain/unit.ts"
import type { LexicalWord } from "./lexicon.ts"
import { COPULA, JUDGEMENT, VERDICT } from "./openings.ts"
import { lines, phraseTable } from "./phrases.ts"
import type { UnitWords } from "./unit-words.ts"
import { ADVERB, PREPOSITION, SUBORDINATOR } from "./word-class.ts"

/** Words that judge, as adjectives or nouns of a predicate. */
const evaluations = new Set(
  `interesting absurd ridiculous brilliant shameful disgraceful terrible horrible awful wonderful great magnificent stupid
   foolish ironic regrettable admirable despicable outrageous nonsense excellent fascinating remarkable unfortunate fine
   disgusting pathetic heroic villainous monstrous beautiful ugly amazing boring impressive unconvincing convincing mean
   ludicrous sad tragic hilarious laughable silly wise unwise fair unfair wrong right good bad best worst better worse poor
   overrated underrated masterful sophomoric demonic shocking evil genius important handsome pretty romantic shabby clumsy
   dreadful dismal dull tedious charming lovely delightful splendid superb sublime graceful elegant hideous vulgar tasteless
   honest dishonest cowardly brave noble generous greedy cruel brutal callous wicked vile petty arrogant vain pompous humble
   modest indefatigable rousing decisive gifted talented incompetent mediocre brazen shoddy sloppy careless lazy
   timely untimely comical cynical hypocritical scandalous unjust just justified unjustified unforgivable inexcusable
   indefensible deplorable lamentable pitiful miserable wretched sensible reasonable unreasonable ingenious inspired naive
   gullible credulous persuasive implausible far-fetched priceless worthless invaluable valuable useless pointless futile
   superior inferior perfect imperfect flawed unreadable readable indispensable essential extraordinary exceptional odd
   disappointing depressing touching moving memorable unforgettable underwhelming undeserved deserved gorgeous nasty
   sophisticated crude barbaric barbarous senseless reckless irresponsible respectable despotic unpopular preposterous
   masterpiece disgrace shame pity scandal tragedy disaster catastrophe triumph mistake blunder fool liar coward hero villain
   scoundrel crook traitor saint romantic joke farce sham fraud travesty outrage insult eyesore gem treasure marvel delight
   pleasure nuisance menace failure success crime folly madness rubbish lie slander bully braggart monster
   finest noblest ablest cleverest stupidest ugliest shabbiest prettiest meanest greatest dullest strangest saddest wisest
   slippery flimsy shaky dubious muddled specious spurious laboured overblown overwrought slapdash drivel twaddle humbug
   tosh bunkum poppycock balderdash hogwash piffle swindle charade blot slur kinder bravest worthiest vilest handsomest loveliest handsomer meaner finer uglier prettier shabbier wiser nobler`.split(
    /\s+/,
  ),
)
/** Judging only as the whole predicate, so often do they describe: "was right", "was great". */
const headOnly = new Set(
  "right good great fine better just mean poor moving odd important success failure superior inferior crime perfect modest evil valuable essential fraud treasure joke lie".split(
    " ",
  ),
)
const copulas = new Set(
  `is was are were be been isn't wasn't aren't weren't it's that's he's she's they're its seems seemed seem remains remained
   looks looked sounds sounded feels felt becomes became proved makes made`.split(/\s+/),
)
/** Superlatives and comparatives of the judging words, as one writes them: "happiest", "honester". */
const degrees = new Set<string>()
for (const word of evaluations) {
  if (word.length > 8 || /(?:est|er|ing|ed|ful|less|ous|ic|al|ive|able|ible|ent|ant|t|n)$/.test(word)) {
    if (!/^(?:honest|kind|mean|fair|just|vain|silly|petty)$/.test(word)) continue
  }
  const stem = word.replace(/e$/, "").replace(/y$/, "i")
  degrees.add(`${stem}er`)
  degrees.add(`${stem}est`)
}
for (const word of `kinder kindest happier happiest harsher harshest crueller cruellest nastier nastiest braver bravest cleverer
  cleverest sillier silliest fouler foulest gentler gentlest proudest dearest blackest darkest sweetest`.split(/\s+/))
  degrees.add(word)
for (const word of "greater greatest poorer poorest later gooder gooest badder baddest righter rightest wronger evilest liest lier".split(
  " ",
))
  degrees.delete(word)

/** Predicates that judge whatever their subject. */
const verdicts = phraseTable<true>(
  lines(
    `in my judgment, in my judgement, in our opinion, in our view, in our judgment, in our judgement, to our mind, not go far enough, half far enough,
    a sorry, bar none, second to none, a blot on, a blot upon, a stain upon, a stain on the name, a stain on the honour, a slur on, a slur upon,
    a discredit to, an insult to, an affront to, beneath contempt, leaves a great deal to be desired,
    doesn't hold water, does not hold water, makes little sense, far from convincing, in my opinion, in my view, to my mind, in my humble opinion, imo, imho, i prefer, i agree, i disagree, to disagree with, i love, i hate,
    i like, i admire, i despise, i hope, i wish, i feel that, should have been, ought to, ought to have, should never have,
    should not have, shouldn't have, should be ashamed, deserves, deserve, deserved better, deserves better, is worth,
    are worth, was worth, is well worth, beyond praise, beyond all praise, beyond belief, beyond contempt, makes no sense,
    made no sense, is full of errors, was wasted on, a waste of, a work of genius, a pack of lies, thank god, thank heavens,
    cannot be justified, can't be justified, leaves much to be desired, no excuse, nothing but, what a, how dare,
    half as, to be ashamed, to his credit, to her credit, to their credit, it is high time, the trouble with,
    на мой взгляд, по моему мнению, имхо, к сожалению, к счастью, я согласен, я согласна, не согласен, не согласна,
    я против, я за, обожаю, ненавижу, терпеть не могу, позор, стыд и позор, вот и вся, просто чудо, чушь, бред, ерунда,
    это еще хуже, это еще лучше, хуже некуда, лучше некуда, ничего хуже, как по мне, по мне так, так себе, грош цена, грош ей цена, грош ему цена, грош им цена, для галочки, курам на смех, ни о чем не говорит, не выдерживает критики,
    шито белыми нитками, высосано из пальца, сомнительное удовольствие, туда ему и дорога, жаль что, следовало бы, надо было бы, стыдно, обидно, смешно, грустно, скучно, достойно, достоин, достойна,
    достойны, заслуживает, заслуживают, заслужил, молодец, молодцы, слава богу, ничего хорошего, ни в какие ворота`,
    true as const,
  ),
)
/** Stems of Russian words that judge, as predicates. */
const russianStem =
  /^(?:не)?(?:ужасн|прекрасн|глуп|нелеп|позорн|блестящ|отвратительн|чудовищн|гениальн|абсурдн|замечательн|честн|бесчестн|обидчив|бесценн|страшн|скучн|интересн|странн|смешн|грустн|печальн|трагич|справедлив|несправедлив|великолепн|чудесн|плох|хорош|лучш|худш|красив|некрасив|уродлив|умн|мудр|подл|низк|благородн|храбр|смел|трус|жесток|бездарн|талантлив|преступн|возмутительн|безобразн|постыдн|бессмысленн|бесполезн|полезн|важн|убедительн|неубедительн|сомнительн|слаб|сильн|удивительн|потрясающ|тупейш|величайш|ничтожн|наивн|лжив|правдив|удачн|неудачн|скромн|достойн|жалк|мерзк|гнусн|добр|зл|вкусн|изумительн|слабеньк|плохоньк|хиленьк|жиденьк|хлипк|шатк|мутн|нагл|цинич|кощунствен|безупречн|образцов|любопытн|никчемн|нудн|бредов|дурац|идиотск|отличн|превосходн|драгоценн|уникальн|занятн|легковесн|голословн)(?:[аоыи]|ый|ий|ой|ая|яя|ое|ее|ые|ие|ым|им|о|а|е|ен|ейш[а-я]{2})?$/
const russianNoun =
  /^(?:карьерист|ничтожеств|преступлени|позор|чепух|ерунд|дич|фигн|белиберд|ахине|абсурд|маразм|цинизм|герой|геро|подвиг|трус|подлец|негодяй|мерзавец|предател|глупост|ошибк|бред|чушь|ложь|вздор|шедевр|трагеди|катастроф|гени|дурак|безуми|безобрази|издевательств|кощунств|молодец|красавиц|красавец|умниц|чуд|праздник|радост|сокровищ|клевет|враньё|вранье|халтур|бездар|лжец|хам|злодей|палач|мечтател|романтик)[а-яё]{0,4}$/

/** What a word may be in a judgement, as bits of `openings.ts`. */
export const judgingBits = (word: string): number =>
  (verdicts.opens(word) ? VERDICT : 0) | (copulas.has(word) ? COPULA : 0) | (isRussianJudgement(word) ? JUDGEMENT : 0)

const isRussianJudgement = (word: string): boolean =>
  /^[а-я]/.test(word) &&
  (russianNoun.test(word) || russianStem.test(word) || russianStem.test(word.replace(/ен$/, "на")))

/** Whether a unit passes judgement in its own voice. */
export function isEvaluation(text: string, unit: UnitWords, cues: readonly Cue[]): boolean {
  if (unit.opening & VERDICT && verdicts.in(unit.words)) return true
  if (isSuperlativeVerdict(unit) || isWorstOfAll(unit)) return true
  if (cues.some(cue => cue.kind === "attribution" && cue.strength === 2) && !isInTheView(unit)) return false
  const { words, lexical } = unit
  for (let at = 0; unit.opening & (COPULA | JUDGEMENT) && at < words.length; at++) {
    const { opens } = lexical[at] as LexicalWord
    if (opens & COPULA && isCopula(unit, at) && !isAside(text, unit, at) && judges(text, unit, at)) return true
    if (opens & JUDGEMENT && judgesInRussian(text, unit, at)) return true
  }
  return isTooMuch(unit) || isDetached(text, unit) || isBeyondCompare(unit)
}

/** "In Stahl's view it is a swindle", "To Stahl it was a disgrace": the source is no clause of its own, so the judgement is the predicate. */
function isInTheView({ words, firstFinite }: UnitWords): boolean {
  if (words[0] === "to") return firstFinite > 1 && copulas.has(words[firstFinite] as string)
  if (words[0] !== "in" || firstFinite < 0) return false
  return words
    .slice(1, Math.min(firstFinite, 10))
    .some(word => /^(?:view|opinion|eyes|judgment|judgement|estimation|book)$/.test(word))
}

/** "Brandeis thought her the ablest experimenter": a judgement that names the highest degree. */
function isSuperlativeVerdict({ words, firstFinite }: UnitWords): boolean {
  if (
    firstFinite < 0 ||
    !/^(?:thought|considered|deemed|judged|reckoned|pronounced|found|believed)$/.test(words[firstFinite] as string)
  )
    return false
  for (let at = firstFinite + 2; at < Math.min(words.length, firstFinite + 7); at++) {
    if (words[at - 1] === "the" && /st$/.test(words[at] as string)) return judging(words[at] as string)
  }
  return false
}

function judging(word: string): boolean {
  return degrees.has(word) || evaluations.has(word)
}

/** "Страшнее той зимы ничего не было": a comparative that nothing comes up to. */
function isWorstOfAll({ words }: UnitWords): boolean {
  return (
    /^(?:страшнее|хуже|лучше|глупее|красивее|позорнее|подлее|смешнее|печальнее|гаже|нелепее|умнее|честнее|вкуснее|скучнее)$/.test(
      words[0] ?? "",
    ) && words.some(word => /^(?:ничего|никого|нигде|никогда|никто)$/.test(word))
  )
}

/** Whether "its" at `at` stands for "it's"; any other copula is one. */
function isCopula({ words }: UnitWords, at: number): boolean {
  return words[at] !== "its" || /^(?:a|an|the|so|too|very|not|just|all|almost|quite)$/.test(words[at + 1] ?? "")
}

/** Whether the copula at `at` belongs to a remark beside the main clause: ", which is wrong, but". */
function isAside(text: string, { words, ends, starts }: UnitWords, at: number): boolean {
  return (
    words[at - 1] === "which" &&
    at > 1 &&
    text.slice(ends[at - 2], starts[at - 1]).includes(",") &&
    text.slice(ends[at], starts[words.length - 1]).includes(",")
  )
}

const comparing =
  /^(?:braver|nobler|finer|meaner|fouler|viler|uglier|baser|kinder|happier|crueller|sadder|worse|better|duller|sillier|wiser|greater)$/
const painful =
  /^(?:painful|disgraceful|shameful|beautiful|brilliant|absurd|ridiculous|dreadful|cruel|noble|gallant|wretched|pitiful|impressive|moving|shocking|scandalous|cowardly|foolish|stupid|ludicrous|delightful|charming|honest|worthy|deserving|lamentable|deplorable|melancholy|affecting|thrilling|dismal|convincing)$/

/** "No braver act was ever done", "A more painful scene has not been witnessed": nothing compares with the subject. */
function isBeyondCompare({ words }: UnitWords): boolean {
  const first = words[0]
  const more = words[1] === "more"
  if (first !== "no" && !(first === "a" && (more || comparing.test(words[1] ?? "")))) return false
  if (!(more ? painful.test(words[2] ?? "") : comparing.test(words[1] ?? ""))) return false
  return first === "no" || words.slice(2).some(word => word === "never" || word === "not" || /n't$/.test(word))
}

/** Whether a judging word is the predicate of the copula at `at`: within six words, before any preposition. */
function judges(text: string, unit: UnitWords, at: number): boolean {
  const { words, classes, starts, ends } = unit
  for (let next = at + 1; next < Math.min(words.length, at + 9); next++) {
    const word = words[next] as string
    const bits = classes[next] as number
    if (/[;:()]/.test(text.slice(ends[next - 1], starts[next]))) return false
    if (degrees.has(word) && !isUpperWord(text, starts[next] as number)) return true
    if (word === "best" || word === "worst") {
      // "the best electrician on the coast", but "the best part of an hour" and "best known"
      if (
        words[next - 1] === "the" &&
        !/^(?:of|part|known|way|men|man|preserved|documented)$/.test(words[next + 1] ?? "")
      )
        return true
    }
    if (evaluations.has(word)) {
      if (/^\p{Lu}/u.test(text.slice(starts[next]))) return false
      if (!headOnly.has(word) && word !== "best" && word !== "worst")
        return !(word === "just" || (word === "no" && false))
      const after = words[next + 1]
      if (after === undefined) return true
      const gap = text.slice(ends[next], starts[next + 1])
      return (
        /[,.;:!]/.test(gap) ||
        /^(?:that|to|of|and|but|for|because|how|in|thing|man|woman|work|piece|book|idea|mill|place)$/.test(after)
      )
    }
    if (bits & SUBORDINATOR || (bits & PREPOSITION && !/^(?:about|as|of|like|than)$/.test(word))) return false
    if (unit.finite[next] && !(bits & ADVERB)) return false
    if (/^(?:of|like)$/.test(word) && !/^(?:sort|kind|piece|something|nothing|full)$/.test(words[next - 1] as string))
      return false
  }
  return false
}

function isUpperWord(text: string, at: number): boolean {
  return /^\p{Lu}/u.test(text.slice(at, at + 2))
}

/** "too despotic", "too full of himself", "so badly written", after a copula. */
function isTooMuch({ words, classes }: UnitWords): boolean {
  const at = words.indexOf("too")
  return (
    at > 0 &&
    at < 40 &&
    copulas.has(words[at - 1] as string) &&
    at + 1 < words.length &&
    !/^(?:late|early|young|old|small|short|long|deep|heavy|ill|far|weak|low|high|wide|narrow|large|big|expensive|much|many|few)$/.test(
      words[at + 1] as string,
    ) &&
    !((classes[at + 1] as number) & PREPOSITION)
  )
}

/** "A handsome thing, that crane was": a judging phrase put first. */
function isDetached(text: string, { words, starts, ends }: UnitWords): boolean {
  if (!/^(?:a|an|such|what)$/.test(words[0] ?? "")) return false
  for (let at = 1; at < Math.min(words.length - 1, 5); at++) {
    if (/,/.test(text.slice(ends[at], starts[at + 1])))
      return evaluations.has(words[at - 1] as string) && /^(?:that|this|it|he|she|they)$/.test(words[at + 1] as string)
  }
  return /^(?:meaner|finer|uglier|shabbier|handsomer|nobler|better|worse)$/.test(words[1] ?? "")
}

/** Whether the Russian word at `at` judges: as a short or full adjective or a noun after "was", a dash, or at an end. */
function judgesInRussian(text: string, unit: UnitWords, at: number): boolean {
  const { words, classes, starts, ends } = unit
  const word = words[at] as string
  if (at > 0 && (classes[at - 1] as number) & PREPOSITION) return false
  const gap = at > 0 ? text.slice(ends[at - 1], starts[at]) : ""
  if (/ [—–-]+ /.test(gap)) return true
  for (let before = at - 1; before >= 0 && before >= at - 4; before--) {
    if (
      /^(?:это|был|была|было|были|стал|стала|есть|настоящий|настоящая|просто|очень|слишком|самый|самая|самое|весьма|такой|такая|такое|вся|оказался|оказалась|оказалось)$/.test(
        words[before] as string,
      )
    )
      return !/[;:]/.test(text.slice(ends[before], starts[at]))
    if (/ [—–-]+ /.test(text.slice(ends[before], starts[before + 1]))) return true
    if (unit.finite[before] || (classes[before] as number) & PREPOSITION) break
  }
  const after = text.slice(ends[at], starts[at + 1] ?? (ends[at] as number) + 1)
  if (/(?:ый|ий|ой|ая|ое|ые|ие)$/.test(word))
    return at > 0 && at < 4 && unit.firstFinite < 0
      ? /^[.,!]/.test(after)
      : at > 0 && at < 4 && /^[.,!]/.test(after) && !unit.finite.subarray(0, at).includes(1)
  return (
    at <= 1 &&
    /(?:но|ко|хо|шо)$/.test(word) &&
    (words[at + 1] === "что" || /^[.,!]/.test(after) || /(?:ть|ти)$/.test(words[at + 1] ?? ""))
  )
}
