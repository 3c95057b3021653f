const notBritish = new Set(
  `hour hours our ours four fours pour pours poured tour tours sour your yours court courts course courses source sources
   mourning mourn mourned journal journals journey journeys nourish flour fourth fourteen tourist tourists resource resources
   courage encourage discourage gourmet detour contour`.split(/\s+/),
)

const wholeWords = new Map(
  `grey gray|programme program|programmes programs|cheque check|tyre tire|plough plow|ploughed plowed|gaol jail|gaoler jailer
   kerb curb|pyjamas pajamas|moustache mustache|sceptical skeptical|storey story|storeys stories|draught draft|cosy cozy
   aluminium aluminum|manoeuvre maneuver|manoeuvres maneuvers|aeroplane airplane|aeroplanes airplanes|mould mold|smoulder smolder
   catalogue catalog|catalogues catalogs|dialogue dialog|analogue analog|jewellery jewelry|judgement judgment|acknowledgement acknowledgment
   ageing aging|enrol enroll|fulfil fulfill|instalment installment|skilful skillful|wilful willful|artefact artifact|artefacts artifacts
   defence defense|offence offense|licence license|pretence pretense|practise practice|practised practiced|tsar czar|tsars czars
   tsarist czarist|tzar czar|axe ax|waggon wagon|waggons wagons|connexion connection|whisky whiskey|enquiry inquiry|enquiries inquiries|enquired inquired|to-day today|to-morrow tomorrow`
    .split("|")
    .map(
      pair =>
        pair
          .trim()
          .split(" ")
          .map(word => word.replace("-", "")) as [string, string],
    ),
)

/** Small words as a scan reads them, with the words they are. */
const misread = new Map(
  `tlie the|tbe the|thc the|tiie the|lhe the|ihe the|tne the|tliat that|thal that|tbat that|tliis this|tbis this|tliey they|tbey they
   tlieir their|tbeir their|tliere there|tbere there|tliem them|tlien then|witli with|wilh with|witb with|wliich which|wbich which|whieh which
   wlien when|wben when|wliere where|wbere where|wlio who|wbo who|aud and|aad and|ancl and|aud and|liis his|bis his|liim him|liad had
   liave have|bave have|lias has|lier her|tlian than|tban than|ou on|iu in|oi of|ot of|fiom from|frorn from|froin from
   wcre were|werc were|becn been|bccn been|beeu been|sbe she|slie she|bim him|wbat what|wliat what|coukl could|conld could|wonld would
   woukl would|sbould should|sliould should|notliing nothing|uot not|uo no`
    .split(/[|\n]/)
    .map(pair => pair.trim().split(" ") as [string, string]),
)

/** The small word that a scan misread as `word`; any other word as it is. */
export const readRight = (word: string): string => misread.get(word) ?? word

/**
 * A word in the one spelling that British and American, old and new share here, from lower case without hyphens and
 * apostrophes: "harbour" and "harbor", "organise" and "organize", "travelled" and "traveled" come out alike.
 */
export function spelled(word: string): string {
  if (word.length < 4) return word
  const code = word.charCodeAt(0)
  if (code < 0x61 || code > 0x7a) return word
  const whole = wholeWords.get(word)
  if (whole !== undefined) return whole
  let form = word
  if (form.includes("our") && !notBritish.has(form)) form = form.replace(/(?<=[a-z]{2})our/, "or")
  if (form.length >= 6 && form.includes("s"))
    form = form.replace(/(?<=[a-z]{3})(is|ys)(?=e|ing|ation)/, match => `${match[0]}z`)
  if (form.includes("ae")) form = form.replace("ae", "e")
  if (form.length >= 7) form = form.replace(/ll(?=ed$|ing$|er$|ers$|ors?$)/, "l")
  if (form.length >= 5) form = form.replace(/(?<=[bt])re(s?)$/, "er$1")
  return form
}

const looks: Readonly<Record<string, string>> = { c: "e", i: "l", "1": "l", j: "l", h: "b", u: "n", "0": "o", q: "g" }

/** A word with the letters that a scan confuses written alike: rn and m, cl and d, li and h, vv and w, c and e, l and i. */
export function scanned(word: string): string {
  if (!/^[a-z0-9]+$/.test(word)) return word
  return word
    .replace(/rn/g, "m")
    .replace(/cl/g, "d")
    .replace(/li/g, "h")
    .replace(/vv/g, "w")
    .replace(/[ci1jhu0q]/g, letter => looks[letter] as string)
}

/** Words of one letter's difference that are words both, so that neither is a typo for the other. */
const bothWords = new Set(
  `brain brian|contact contract|contacts contracts|field filed|liens lines|protect protest|protected protested|
   seeking seeing|excerpt except|trail trial|casual causal|united untied|marital martial|signed singed|sacred scared|silver sliver|dairy diary
   angel angle|quiet quite|counties countries|widows windows|farther father|immoral immortal|planing planning
   planed planned|diner dinner|diners dinners|later latter|bared barred|staring starring|scared scarred
   taped tapped|pined pinned|robbed robed|striped stripped|caned canned|desert dessert|deserts desserts
   hoping hopping|hoped hopped|ridding riding|filing filling|filed filled|bellow below
   bellows belows|ingenious ingenuous|complement compliment|complements compliments|stationary stationery
   adapted adopted|adaption adoption|lightening lightning|thorough through|though through|massage message
   massages messages|currant current|expanse expense|started stated|starting stating|stared started|pained painted
   planed planted|tired tried|retired retried|infected inflected|departed deported|morning mourning|battles bottles
   barely barley|brides bridges|freight fright|letters litters|lawyers layers|ordinance ordnance|parishes perishes
   polices policies|secretary secretory|solder soldier|solders soldiers|statues statutes
   steams streams|stores stories|valleys volleys|wandered wondered|drafted drifted
   makers markers|minister minster|ministers minsters|minuets minutes|signing singing|staffed stuffed
   collage college|collages colleges|covered coverted|crashed crushed|hostels hotels|medial medical|pasture posture
   planets plants|refugees refuges|shooting shouting|squares squires|stacked stocked|stepped stopped|taking talking
   vacation vocation|warming warning|warship worship|expanded expended|poplar popular|perfect prefect
   perfects prefects|treaties treatise|veracious voracious|capital capitol|cannon canon|cannons canons
   confidant confident|mantel mantle|collision collusion|preposition proposition|interment internment
   indicted inducted|decent descent|masters musters|mastered mustered|boarder border|boarders borders|ladder lader
   mated matted|raped rapped|super supper|преступил приступил|преступить приступить|пребывать прибывать
   претворить притворить|развевался развивался|отварил отворил|примерил примирил|запевал запивал`
    .split(/[|\n]/)
    .map(pair => pair.trim()),
)

const numberWord =
  /^(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|hundred|thousand|million|billion|.*teen(?:th)?|.*t(?:y|ieth)|three|seven|eight|дв|три|трет|четы|пят|шест|сем|восем|восьм|девят|десят|сорок|перв|втор|сто|ста|двест|тысяч|мил)/

const countsOrRanks = new RegExp(
  `^(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen(?:th)?
  |(?:twen|thir|for|fif|six|seven|eigh|nine)t(?:y|ieth).{0,7}|(?:hundred|thousand|million|billion|dozen)s?|half|twice|thrice
  |first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|hundredth
  |дв(?:а|е|ух|ум|умя|ое|оих|енадцат.{1,4}|адцат.{1,4}|ести|ухсот)|тр(?:и|ех|ем|емя|ое|оих|инадцат.{1,4}|идцат.{1,4}|иста|ехсот)
  |трет(?:ий|ья|ье|ьего|ьей|ьем|ью)|четыр.{1,10}|четверт(?:ый|ая|ое|ого|ой|ом|ую|и|ь)|пят(?:ь|и|ью|ый|ая|ое|ого|ой|ом|ьсот|исот|еро)
  |пят(?:надцат|ьдесят|идесят).{0,4}|шест(?:ь|и|ью|ой|ая|ое|ого|ом|ьсот)|шест(?:надцат|ьдесят|идесят).{0,4}|сем(?:ь|и|ьсот)
  |сем(?:надцат|ьдесят|идесят).{0,4}|седьм(?:ой|ая|ое|ого|ом|ую)|вос(?:ем|ьм).{0,9}|девят.{1,8}|девяност.|десят.{1,4}|сорока?
  |сот(?:ни|ня|ен)|сто|ста|тысяч.{0,3}|миллион.{0,3}|миллиард.{0,3}|перв(?:ый|ая|ое|ого|ой|ом|ую|ые|ых)|втор(?:ой|ая|ое|ого|ом|ую)
  |половин.|дважды|трижды)$`.replace(/\s+/g, ""),
)

/** Whether the word counts or ranks: a cardinal, an ordinal, a half or a dozen. */
export const isNumberWord = (word: string): boolean => countsOrRanks.test(word)

/** Endings by which English inflects; a letter more or less that makes one of them makes another form. */
const isInflected = (short: string, long: string): boolean => {
  if (long.startsWith(short)) return /^(?:s|d|r|n|y|e|t)$/.test(long.slice(short.length))
  return /(?:s|ed|er|en|es|ing|ly|or)$/.test(long) && long.slice(0, -2) === short.slice(0, -1)
}

/**
 * Whether one word of at least five letters is the other with one letter lost, gained, changed or two exchanged, the
 * first letter kept, where the change makes no other word: a letter doubled or not, two exchanged, a vowel for another,
 * a letter lost inside a long word. Words in lower case. Number words are no typos of one another, nor are endings.
 */
export function isTypo(left: string, right: string): boolean {
  const [short, long] = left.length <= right.length ? [left, right] : [right, left]
  if (short.length < 5 || long.length - short.length > 1 || short[0] !== long[0]) return false
  if (numberWord.test(short) || numberWord.test(long)) return false
  if (bothWords.has(`${left} ${right}`) || bothWords.has(`${right} ${left}`)) return false
  let head = 0
  while (head < short.length && short[head] === long[head]) head++
  const cyrillic = /[а-я]/.test(short)
  // Russian endings carry case and gender, its prefixes another verb.
  const ending = /с[ья]$/.test(short) ? 4 : 2
  if (cyrillic && (head >= short.length - ending || (head < 3 && short.length < 9))) return false
  if (short.length < long.length) {
    if (long.slice(head + 1) !== short.slice(head)) return false
    const gained = long[head] as string
    if (gained === long[head - 1]) return cyrillic || head < long.length - 1 || !/[se]/.test(gained)
    if (cyrillic && /[аеиоуыэюя]/.test(gained)) return false
    return short.length >= 6 && head >= 2 && head < short.length - 1 && !isInflected(short, long)
  }
  const rest = short.slice(head + 1) === long.slice(head + 1)
  if (rest) {
    if (head >= short.length - 1 || short.length < 7) return false
    const vowels = cyrillic
      ? /^(?:[оа]{2}|[еи]{2}|[ьъ]{2}|[еэ]{2})$/
      : /^(?:[aeiou]{2}|[cs]{2}|[sz]{2}|[ck]{2}|[mn]{2})$/
    return vowels.test(`${short[head]}${long[head]}`) && !/^(?:ed|er|es|en|or|an|ess)$/.test(short.slice(head))
  }
  return (
    short[head] === long[head + 1] && short[head + 1] === long[head] && short.slice(head + 2) === long.slice(head + 2)
  )
}
