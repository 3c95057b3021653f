import { type Reading, reading } from "./clause-reading.ts"

const list = (words: string) => words.trim().split(/\s+/)

/** Verbs whose present tense is recognised; what is as often a noun is told by what stands around it. */
const regular = list(`
  abandon accept accuse achieve act add admit adopt advise affect agree aim allow announce answer appear apply appoint
  approach approve argue arrange arrest arrive ask assert assign assume attack attempt attend attract avoid bake base
  believe belong blame boast borrow burn bury call cancel capture care carry cause cease challenge change charge check
  cite claim climb close collapse collect combine command commence compare complain complete concern conclude condemn confess
  confirm connect consider consist contain continue contradict control cook copy correct count cover crash create criticise
  criticize cross cultivate cure damage dare date decide declare decline defeat defend demand deny depend deport derive
  describe deserve destroy develop devote die differ direct disagree disappear discover discuss dismiss dispute divide
  dominate doubt drop earn elect embrace emerge emigrate employ enable encourage end enjoy enter escape establish estimate
  evolve examine execute exist expand expect explain explode express extend fail fear fill finance finish fire flow follow
  force form found function gain gather grade graduate grant guard guess handle hang happen hate head help hesitate hide
  hire hope house identify ignore imply improve include increase indicate inform inherit insist inspect intend invent
  invite involve issue join judge jump keep kill knock label lack land last laugh launch learn lift like limit link list
  listen live look love maintain manage march mark marry matter measure melt mention move murder name need negotiate note
  notice obey object observe obtain occupy occur offer open operate oppose order organise organize own pass pay perform
  permit persuade place plan play point possess praise predict prefer prepare present preserve prevent print produce
  promise promote propose protect protest prove provide publish pull punish push question raise reach realise realize recall
  receive recognise recognize recommend record recover reduce refer reflect refuse regard reject relate release rely
  remain remark remember remove rent repair repeat replace reply report represent require rescue resemble resign resist
  resolve rest result retire return reveal rule save search seem separate serve settle shape share shoot shout show sign
  smell sound spell stand start state stay step stop store strike study submit succeed suffer suggest supply support suppose
  surround survive suspect talk taste test testify thank threaten touch trade train translate travel treat trust try turn
  type use vanish vary visit vote wait walk want warn wash watch wish witness work worry
  arise awake be bear beat become begin bend bite blow break bring build buy catch choose come cut deal dig draw drink drive
  eat fall feed feel fight find fit flee fly forbid forget forgive get give go grow hear hit hold hurt know lay lead leave
  lend let lie lose make mean meet put quit read ride ring rise run say see seek sell send set shake shut sing sink sit sleep
  speak spend spread steal stick swear sweep swim swing take teach tear tell think throw understand undertake wake wear win
  withdraw write
`)

/** Past tenses that are no participle. */
const pastOnly = list(`
  arose ate awoke became began bit blew bore broke came chose did drank drew drove fell flew forbade forgave forgot froze
  gave grew hid knew lay overcame oversaw overtook ran rang rode rose sang sank saw shook shrank spoke sprang stank stole
  strode swam swore took tore threw trod underwent undertook undid went withdrew woke wore wove wrote withstood mistook
  overthrew foresaw forsook befell outgrew undid overran redrew rewrote slew
`)

/** Irregular forms that are past tense and participle alike. */
const pastOrParticiple = list(`
  bent bet bled bought bound bred brought built burnt caught clung cost crept cut dealt dreamt dug fed felt fled flung
  fought found got ground heard held hit hung hurt kept knelt knit laid leant leapt learnt led left lent let lit lost made
  meant met paid put quit read rid rebuilt retold said sat sent set shed shone shot shut slept slid sold sought spelt spent
  spilt split spoilt spread sprung spun stood struck stuck stung swept swung taught thought told understood upheld wept won
  wound withheld misled rebuilt overheard resold
`)

const participles = list(`
  arisen awoken beaten become been begun bitten blown born borne broken chosen come done drawn drunk driven eaten fallen
  flown forbidden forgotten forgiven frozen given gone grown hidden known lain overcome overseen overtaken ridden risen run
  rung seen shaken shown shrunk spoken stolen sunk sung sworn swum taken thrown torn undergone undertaken undone withdrawn
  woken worn woven written overthrown foreseen proven
`)

/** Words in -ed that are no verb, or hardly ever. */
const noPast = list(`
  indeed hundred sacred naked wicked red need seed feed speed bed shed unprecedented so-called alleged aforementioned
  united kindred biased beloved rugged crooked ragged breed creed deed weed reed greed steed proceed succeed exceed bleed
  unexpected unarmed uninvited
`)

/** Verbs without an object, so that their -ed after "was …ed and" is a tense of its own. */
const intransitive = new Set(
  list(`moved escaped died settled returned lived worked studied joined graduated emigrated served remained retired
  arrived appeared disappeared vanished travelled traveled stayed continued collapsed succeeded failed refused agreed
  decided wanted tried hoped resigned married attended enrolled ended started emerged belonged existed happened suffered
  survived participated argued quarrelled clashed spoke talked fled left sat stood lost spent led kept held wept slept won met fought felt`),
)

const bases = new Set(regular)
const forms = new Map<string, Reading>()

function put(words: readonly string[], as: Reading) {
  for (const word of words) forms.set(word, as)
}

put(regular, reading.base)
put(
  regular.map(word =>
    /(?:s|sh|ch|x|z|o)$/.test(word) ? `${word}es` : word.replace(/([^aeiou])y$/, "$1ie").concat("s"),
  ),
  reading.present,
)
put(noPast, reading.other)
put(pastOrParticiple, reading.either)
put(participles, reading.participle)
put(pastOnly, reading.past)
put(list("is are was were am isn't aren't wasn't weren't ain't isnt arent wasnt werent"), reading.be)
put(list("has have had hasn't haven't hadn't hasnt havent hadnt"), reading.have)
put(
  list(`do does did don't doesn't didn't dont doesnt didnt will would shall should can could may might must cannot won't
  wouldn't can't couldn't shouldn't mustn't mightn't needn't wont wouldnt cant couldnt shouldnt oughtn't ought`),
  reading.modal,
)
put(
  list(`he's she's it's that's there's they're we're you're i'm i've we've they've you've he'd she'd it'd we'd they'd i'd you'd
  he'll she'll it'll we'll they'll i'll you'll that'll there'd here's thats youre theyre theyve im ive`),
  reading.contracted,
)
put(list("i he she they we you it there"), reading.subject)
put(
  list(`the a an this these those his her its their our my your some any every each all both no another such several many
  most few`),
  reading.determiner,
)
put(
  list(`of in on at by for from with without into onto over under through during against among between about above below
  across behind beside besides beyond despite except inside near off outside per plus than toward towards upon via within
  throughout alongside amid around along down up out back after before since until till like as`),
  reading.preposition,
)
put(
  list(`not never also then later soon still often always already again ever just now only even once twice finally eventually
  perhaps maybe almost nearly quickly thus hence therefore however instead together too rather quite very once thereby
  afterwards subsequently meanwhile sometimes usually generally thereafter thereupon nevertheless nonetheless otherwise
  somehow indeed yet first apparently likewise similarly here today yesterday tomorrow formerly both`),
  reading.adverb,
)
put(["to"], reading.to)

/** How an English word may be used, as far as its form alone tells. */
export function readEnglish(word: string): Reading {
  const known = forms.get(word)
  if (known !== undefined) return known
  const length = word.length
  if (length > 4 && word.endsWith("ly")) return reading.adverb
  if (length > 3 && word.endsWith("ed")) return reading.either
  if (length > 4 && word.endsWith("ing")) return reading.ing
  if (length > 3 && word.endsWith("n't")) return reading.modal
  return reading.other
}

/** Whether the past form has no object, so that it shares no passive auxiliary. */
export function isIntransitive(word: string): boolean {
  return intransitive.has(word)
}

/** Whether the word is the base of a verb. */
export function isBase(word: string): boolean {
  return bases.has(word)
}
