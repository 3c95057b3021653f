import { spelled } from "./spelling.ts"

const setOf = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/))

/** Small words that a copy may lose or gain without saying anything else; no negation, auxiliary or "by" is among them. */
export const smallWords = setOf(
  `a an the this that these those of in on at and also too then so very just really quite even still indeed who which as
   there well own и а же то уже еще также тоже даже ведь этот эта это эти этого этой очень вот в во на у самый сам`,
)

/** Words that may stand at the head of a copy, or be missing there. */
export const leadWords = setOf(
  `and but so yet now well yes then also thus oh actually incidentally moreover furthermore besides
   и а но да ну так вот итак кстати впрочем однако причем притом же`,
)

/** Words that say nothing of their own; two units are not alike because they share them. */
export const thinWords = setOf(
  `is are was were be been being am has have had do does did will would can could may might shall should must
   he she it they we you i his her its their our my him them us me by to for from with into about than or if when while
   what where why how one there here all some any each other such only more most no not
   был была было были быть есть он она оно они мы вы я его ее их ему ей им нас вас меня мне с со к ко от до за из по о об
   при для как что чтобы или если когда где кто бы ли все весь вся всех тот та те`,
)

/** Groups of small words that may stand for one another. */
const exchangeable = [
  "a an the this that",
  "these those the",
  "in on at into upon",
  "which that who",
  "very so really quite",
  "and but while",
  "but yet however",
  "в во",
  "с со",
  "о об обо",
  "к ко",
  "из изо",
  "от ото",
  "на в во",
  "а но и",
  "этот тот",
  "эта та",
  "это то",
  "еще уже",
].map(setOf)

/** Words that deny. Two units of which one has such a word never say the same. */
export const negations = setOf(
  `not no never nor neither none nothing nobody nowhere without hardly scarcely barely
   не ни нет нельзя без никогда никто ничего никакой никаких нигде никуда никого едва вряд`,
)

const synonymGroups = `big large great
begin start commence|began started commenced|begun started|begins starts|beginning start
said stated declared|says states
killed murdered slain|huge enormous immense vast
perhaps maybe possibly|also too|around about roughly approximately|whilst while|amongst among|towards toward|until till
quickly rapidly swiftly|slowly gradually|often frequently|rarely seldom|usually generally normally|suddenly abruptly
completely entirely totally wholly|nearly almost|mainly chiefly mostly|finally eventually|immediately instantly
later afterwards afterward|earlier before previously|everyone everybody|someone somebody|anyone anybody
house home|road street|ship vessel|boat vessel|car automobile|film movie|letter note|picture photograph photo image
photos photographs pictures|shop store|factory works|workers labourers laborers|children kids|doctor physician
clothes clothing|job post|town city|ill sick|rich wealthy|famous renowned celebrated|important significant
whole entire|complete full|wrong mistaken incorrect|correct right|old ancient|small little tiny|quick fast
built constructed erected|build construct|destroyed wrecked|damaged harmed|repaired mended|bought purchased|buy purchase
helped assisted aided|help assist|showed demonstrated|shown demonstrated|shows demonstrates|shut closed|ended finished
end finish|got received obtained|gave handed|sent dispatched|wrote penned|kept retained|hid concealed|hidden concealed
found discovered|find discover|chose selected|chosen selected|used employed|needed required|allowed permitted
forced compelled|asked requested|answered replied responded|collected gathered|carried bore|spoke talked|fled escaped
stayed remained|stay remain|happened occurred|happen occur|lived resided dwelt|attempted tried|attempt try
reached attained|hurried rushed|burnt burned|learnt learned|dreamt dreamed|spelt spelled|leapt leaped
near beside|over above|under beneath below|because since|though although|therefore thus hence|however nevertheless
money funds|war conflict|battle fight|soldiers troops|chief head leader|boss chief|frightened scared afraid
angry furious|glad happy|brave courageous|clever intelligent|strange odd peculiar|dangerous perilous|empty vacant
enough sufficient|entirely wholly|mistake error|mistakes errors|gun weapon|guns weapons|forest wood woods
demolished razed|dr doctor|st saint|mr mister|okay ok|till until|harbour port|cash money|reply answer|rubbish garbage
большой крупный огромный|большая крупная огромная|большое крупное огромное|большие крупные огромные
убит умерщвлен|начал стал|начала стала|начали стали|возможно вероятно|наверное вероятно|сказал заявил|сказала заявила
сказали заявили|говорил рассказывал|дом здание|доме здании|дорога путь|доктор врач|доктора врача|лекарь врач
быстро скоро стремительно|часто нередко|иногда порой|сразу немедленно тотчас|затем потом|после затем|почти практически
около примерно приблизительно|полностью совершенно целиком|очень весьма крайне|много множество|лишь только
построен возведен|построена возведена|построено возведено|построили возвели|разрушен уничтожен|разрушена уничтожена
обнаружил нашел|обнаружила нашла|обнаружили нашли|обнаружен найден|обнаружена найдена|получил приобрел|купил приобрел
отправил послал|отправили послали|отправлен послан|помог содействовал|хотел желал|хотели желали|жил проживал
жила проживала|жили проживали|остался задержался|письмо послание|фото фотография снимок|фотографии снимка|рабочие трудящиеся
дети ребята|солдаты бойцы|солдат боец|командир начальник|война конфликт|бой сражение|боя сражения|бои сражения
город городок|старый древний|старая древняя|маленький небольшой|маленькая небольшая|известный знаменитый
известная знаменитая|важный значительный|ошибка погрешность|магазин лавка|машина автомобиль|г году год года|поэтому потому
который что|будто якобы|еще также|нередко часто|кладбище погост|документы бумаги|документов бумаг`

const groupOf = ((): ReadonlyMap<string, ReadonlySet<number>> => {
  const groups = new Map<string, Set<number>>()
  synonymGroups.split(/[|\n]/).forEach((group, number) => {
    for (const written of setOf(group)) {
      const word = spelled(written)
      const known = groups.get(word) ?? new Set()
      groups.set(word, known.add(number))
    }
  })
  return groups
})()

/** Whether two small words may stand for one another. */
export const areExchangeable = (left: string, right: string): boolean =>
  exchangeable.some(group => group.has(left) && group.has(right))

/** Whether two words, in lower case and without hyphens and apostrophes, are synonyms. */
export function areSynonyms(left: string, right: string): boolean {
  const groups = groupOf.get(left)
  const others = groupOf.get(right)
  if (!groups || !others) return false
  for (const group of groups) if (others.has(group)) return true
  return false
}
