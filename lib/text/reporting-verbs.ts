import { thirdPerson } from "./english-verbs.ts"

const list = (words: string): readonly string[] => words.split(/\s+/)

/** What the content of a reporting verb may be. */
export const THAT = 1
/** Takes a hearer first: "told the inquiry that". */
export const HEARER = 2
/** Takes "to have", "to be": "claimed to have seen". */
export const INFINITIVE = 4
/** Takes a form in -ing: "denied seeing". */
export const GERUND = 8
/** Takes something and "as": "described it as". */
export const AS = 16
/** Takes a question: "asked whether". */
export const WHETHER = 32
/** Reports only before "that" or a quotation, so often is it used otherwise. */
export const STRICT = 64
/** Takes something and "for": "blamed the owners for it". */
export const FOR = 512
/** Takes something and "at": "puts his loss at £310". */
export const AT = 1024
/** The form in which only an auxiliary makes it finite: "used to tell", "had told". */
/** Takes a date, a cause or a figure and "as": "gives the date as 1933". */
export const GIVES = 2048
/** Takes somebody and a name for him: "called the quarrel an invention". */
export const NAMES = 4096
export const BASE_FORM = 128
export const PARTICIPLE = 256

const forms = new Map<string, number>()

/** Every form of every reporting verb. */
export const reportingForms: Iterable<string> = { [Symbol.iterator]: () => forms.keys() }

function add(word: string, bits: number) {
  forms.set(word, (forms.get(word) ?? 0) | bits)
}

const irregular: Readonly<Record<string, readonly [past: string, participle: string]>> = {
  say: ["said", "said"],
  tell: ["told", "told"],
  write: ["wrote", "written"],
  think: ["thought", "thought"],
  swear: ["swore", "sworn"],
  find: ["found", "found"],
  hold: ["held", "held"],
  feel: ["felt", "felt"],
  understand: ["understood", "understood"],
  know: ["knew", "known"],
  show: ["showed", "shown"],
  put: ["put", "put"],
  forecast: ["forecast", "forecast"],
  cry: ["cried", "cried"],
  read: ["read", "read"],
  give: ["gave", "given"],
  set: ["set", "set"],
  plead: ["pleaded", "pleaded"],
  foretell: ["foretold", "foretold"],
  ring: ["rang", "rung"],
}

function pastOf(base: string): string {
  if (base.endsWith("e")) return `${base}d`
  if (/[^aeiou]y$/.test(base)) return `${base.slice(0, -1)}ied`
  return /^(?:admit|submit|brag|infer|aver|quip|jot|refer|let)$/.test(base) ? `${base}${base.at(-1)}ed` : `${base}ed`
}

function english(words: string, bits: number) {
  for (const base of list(words)) {
    const [past, participle] = irregular[base] ?? [pastOf(base), pastOf(base)]
    add(base, bits | BASE_FORM)
    add(thirdPerson(base), bits)
    add(past, bits)
    add(participle, bits | PARTICIPLE)
  }
}

english(
  `say write claim argue state testify assert insist maintain declare explain believe think conclude remember recall suggest
   admit confess complain contend announce remark allege affirm deny acknowledge realise realize reply swear attest aver avow
   boast concede opine reckon recollect reiterate surmise suppose suspect speculate hint imply intimate lament muse mutter
   quip retort exclaim whisper murmur grumble joke relate recount propose caution advise fear hope guess infer vow protest
   object observe comment report confirm predict estimate calculate note mention stress emphasise emphasize underline
   warn depose certify foresee forecast brag regret doubt submit counter interject volunteer assume stipulate
   fancy conjecture presume postulate posit theorise theorize hypothesise hypothesize depone rehearse narrate
   interpose remonstrate expostulate confide vouchsafe prophesy foretell proclaim pronounce specify clarify plead moan
   sneer chide apprise gather imagine contradict verify preach chronicle`,
  THAT,
)
english("tell assure inform remind notify convince persuade warn advise caution", THAT | HEARER)
english("claim profess purport swear allege threaten", THAT | INFINITIVE)
english("deny admit recall remember report describe mention recollect confess acknowledge", GERUND)
english(
  "describe hail portray characterise characterize depict regard dismiss denounce condemn praise hail name style",
  AS,
)
english("blame accuse credit", FOR)
english("put estimate date value assess reckon place compute set", AT)
english("give record list enter cite register", GIVES)
english("call term dub label brand style pronounce deem", NAMES | STRICT)
english("ask wonder inquire enquire", WHETHER)
english(
  "answer add continue respond repeat signal telegraph cable wire shout cry tweet record reveal demonstrate",
  THAT | STRICT,
)
english(
  `hold feel find know show indicate prove establish understand discover learn read judge consider decide agree reason point promise ask teach rule decree figure log minute register
   venture rejoin laugh detect teach determine ascertain recognise recognize fear document disclose`,
  THAT | STRICT,
)

/** English and Russian verbs that give what they say to somebody else, form by form, with the bits of what they take. */
export function reportingBits(word: string): number {
  return forms.get(word) ?? 0
}

/** "saying", "claiming": participles that report for the subject of the sentence. */
export const reportingParticiples = new Set(
  list(
    `saying claiming arguing stating insisting adding asserting recalling explaining noting writing declaring alleging
     maintaining remarking observing complaining believing warning admitting suggesting reporting testifying swearing
     confessing contending protesting boasting lamenting telling assuring informing reminding concluding estimating
     утверждая заявляя вспоминая говоря уверяя добавляя отмечая считая полагая объясняя поясняя рассказывая сообщая
     подчеркивая заявив сообщив сказав отметив добавив написав пояснив указав указывая ссылаясь признавая признав`,
  ),
)

const russianPast = list(
  `говори сказа утвержда писа написа вспомина вспомни рассказыва рассказа заяви заявля счита полага сообщи сообща отмеча отмети
   призна признава дума замети замеча свидетельствова объясня объясни подчеркива подчеркну указыва указа увери уверя
   предположи предполага доказыва доказа подтверди подтвержда отрица опроверга возража возрази ответи отвеча добави добавля
   поясни поясня уточни уточня докладыва доложи показа показыва констатирова зафиксирова упомяну упомина намекну
   намека повтори повторя настаива переда передава реши осозна припомни припомина изложи излага резюмирова заключи заключа
   предсказа предсказыва предупреди предупрежда проси ответи клянется сетова пророчи пожалова обмолви высказа высказыва
   насчита записа записыва спроси спрашива мечта опаса надея жалова хваста клял поклял призна созна сознава разъясни кля покля тверди шепта шепну молви бубни лепета уверова божи хвали
   писыва нацарапа определи вообрази усомни подозрева догадыва описыва описа
   телеграфирова радирова отписа отрапортова отозва напомни напомина подсчита высчита оцени оценива датирова
   удостоверя удостовери засвидетельствова показыва рассуди рассужда гада спори сокруша объяви напророчи
   воскликну прошепта крикну закрича пробормота шепну возмуща удивля спори уточни телеграфирова рапортова объяви объявля провозгласи постанови установи выясни обнаружи узна поня повери вери поведа доноси донес`,
)
/** Verbs that hand over, show or find things as often as they report. */
const russianStrict = new Set(
  list(
    "переда передава показа показыва записа узна поня насчита обнаружи установи постанови доказа изложи излага донес объяви описа",
  ),
)
for (const stem of russianPast) {
  const bits = russianStrict.has(stem) ? THAT | STRICT : THAT
  for (const end of ["л", "ла", "ло", "ли"]) add(stem + end, bits)
  for (const end of ["лся", "лась", "лось", "лись"]) add(stem + end, THAT)
}
for (const word of list(
  `говорит утверждает пишет вспоминает рассказывает заявляет считает полагает сообщает отмечает признает думает замечает
   свидетельствует объясняет подчеркивает указывает уверяет предполагает доказывает подтверждает отрицает возражает отвечает
   добавляет поясняет уточняет докладывает показывает констатирует упоминает намекает повторяет настаивает передает заключает
   предупреждает жалуется хвастается клянется божится опровергает излагает признается сетует убежден убеждена убеждены уверен
   уверена уверены гласит надеется опасается сомневается помнит напоминает припоминает писывал говаривал говаривала слышал
   утверждают пишут вспоминают рассказывают заявляют считают полагают сообщают отмечают признают думают замечают
   твердит твердят признаются жалуются сознается сознаются хвастаются божатся сетуют надеются опасаются сомневаются
   гласят доносит доносят докладывают заключают предупреждают возмущается возмущаются допускает допускают подозревает
   подозревают описывает описывают датирует датируют оценивает оценивают излагают сознаюсь опровергают констатируют
   повествует повествуют рапортует рапортуют телеграфирует телеграфируют шепчет шепчут уверовал убеждает убеждают
   пишете говорите утверждаете считаете полагаете заявляете отмечаете указываете сообщаете признаете цитируете пишешь говоришь
   утверждаешь считаешь упоминаете упоминаешь уверяете настаиваете вспоминаете рассказываете
   слыхал слыхала слышала слышали
   свидетельствуют объясняют подчеркивают указывают уверяют предполагают доказывают подтверждают отрицают возражают отвечают
   добавляют поясняют уточняют показывают упоминают повторяют настаивают передают говорят помнят клянутся`,
)) {
  add(word, THAT)
}

/** Whether a word reports what somebody says or thinks, and is hardly ever used otherwise. */
export const isReporting = (word: string): boolean => (reportingBits(word) & (THAT | STRICT)) === THAT
