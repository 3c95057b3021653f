import { combinations, lines, phraseTable } from "./phrases.ts"
import type { RuleId } from "./rules.ts"

/** What a hedging phrase is a cue for. */
export interface HedgeMeaning {
  readonly kind: "hedge" | "vague-source"
  readonly rule: RuleId
  readonly strength: 1 | 2
}

const doubt: HedgeMeaning = { kind: "hedge", rule: "hedge-word", strength: 2 }
const seeming: HedgeMeaning = { kind: "hedge", rule: "hedge-seeming", strength: 2 }
const modal: HedgeMeaning = { kind: "hedge", rule: "hedge-modal", strength: 2 }
const writer: HedgeMeaning = { kind: "hedge", rule: "hedge-writer", strength: 2 }
const about: HedgeMeaning = { kind: "hedge", rule: "hedge-approximation", strength: 1 }
const vague: HedgeMeaning = { kind: "vague-source", rule: "vague-source", strength: 2 }

const opinionVerbs =
  "said|believed|thought|claimed|alleged|reported|rumored|rumoured|assumed|supposed|considered|held|suspected|accepted|argued"
const adverbs =
  "|generally|widely|commonly|often|usually|sometimes|still|now|also|frequently|popularly|long|traditionally"
const people =
  "people|historians|scholars|researchers|experts|authors|sources|critics|observers|writers|commentators|biographers|contemporaries|witnesses|analysts|eyewitnesses|researches"
const sayings =
  "say|said|believe|believed|claim|claimed|argue|argued|think|thought|suggest|suggested|maintain|maintained|hold|held|assert|asserted|speculate|speculated|allege|alleged|suspect|suspected|report|reported|consider|insist|insisted|contend"

/** Phrases of uncertainty and of unnamed sources, English and Russian. */
export const hedgePhrases = phraseTable<HedgeMeaning>([
  ...lines(
    `perhaps
    maybe
    possibly
    probably
    presumably
    conceivably
    arguably
    allegedly
    supposedly
    ostensibly
    purportedly
    doubtless
    most likely
    very likely
    quite likely
    more likely than not
    in all likelihood
    in all probability
    it is possible
    it is likely
    it is probable
    it is unlikely
    it is plausible
    it is conceivable
    it was possible that
    it was likely
    is unclear
    was unclear
    remains unclear
    is uncertain
    not certain
    not clear
    is likely to
    was likely to
    were likely to
    are likely to
    is unlikely
    was unlikely
    tends to suggest
    возможно
    вероятно
    вероятнее всего
    по всей вероятности
    по всей видимости
    предположительно
    скорее всего
    быть может
    может быть
    должно быть
    вряд ли
    едва ли
    якобы
    будто бы
    как будто
    не исключено
    наверно
    наверное
    мнимый
    неясно`,
    doubt,
  ),
  ...lines(
    `apparently
    seemingly
    evidently
    seems
    seem
    seemed
    appears to
    appear to
    appeared to
    it appears
    it appeared
    do not appear
    does not appear
    did not appear
    видимо
    по-видимому
    кажется
    казалось
    похоже
    похоже что
    судя по всему`,
    seeming,
  ),
  ...combinations("may|might|must", "not|", "have", "been|").map(phrase => [phrase, modal] as const),
  ["could have been", modal],
  ...combinations("may|might", "|not|well|also|even").map(phrase => [phrase, modal] as const),
  ...lines(
    `i think
    i believe
    i guess
    i suppose
    i suspect
    i assume
    i doubt
    i am not sure
    i'm not sure
    as far as i know
    as far as i can tell
    as far as i remember
    in my opinion
    if i remember
    we may assume
    one may assume
    one can assume
    one might say
    я думаю
    думаю
    мне кажется
    я полагаю
    полагаю
    по-моему
    насколько мне известно
    насколько я знаю
    насколько помню`,
    writer,
  ),
  ...combinations("it", "is|was|has been|had been", adverbs, opinionVerbs).map(phrase => [phrase, vague] as const),
  ...combinations("is|was|are|were", adverbs, opinionVerbs, "to").map(phrase => [phrase, vague] as const),
  ...combinations("some|many|most|several|certain|various|numerous|other|all", people, sayings).map(
    phrase => [phrase, vague] as const,
  ),
  ...combinations(people, sayings).map(phrase => [phrase, vague] as const),
  ...combinations("some|many|most|others|few", sayings).map(phrase => [phrase, vague] as const),
  ...combinations("according to", "some|many|most|several|certain|various|other|rumours|rumors|legend|hearsay").map(
    phrase => [phrase, vague] as const,
  ),
  ...lines(
    `reportedly
    reputedly
    they say
    people say
    rumour has it
    rumor has it
    legend has it
    tradition has it
    sources say
    is rumored
    is rumoured
    was rumored
    was rumoured
    is known as one
    there were rumours
    there were rumors
    there are rumours
    there are rumors
    there is a view
    there is an opinion
    it has been suggested
    it is alleged
    по слухам
    ходили слухи
    ходят слухи
    говорят
    рассказывают
    считается
    считалось
    принято считать
    как считается
    как известно
    известно что
    по некоторым данным
    по некоторым сведениям
    по некоторым источникам
    по неподтвержденным данным
    по разным данным
    по другим данным
    по легенде
    существует мнение
    существует версия
    есть мнение
    есть версия
    предполагается
    предполагают
    утверждается
    утверждают
    полагают
    сообщается
    многие считают
    некоторые считают
    многие историки
    некоторые историки
    ряд историков
    многие исследователи
    некоторые исследователи
    ряд исследователей
    некоторые авторы
    многие источники
    некоторые источники`,
    vague,
  ),
  ...lines(
    `approximately
    roughly
    circa
    примерно
    приблизительно
    порядка`,
    about,
  ),
])
