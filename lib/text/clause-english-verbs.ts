import { type Reading, reading } from "./clause-reading.ts"
import { doubtfulPasts, firmPasts, noPasts, nounVerbs, pastTenses, plainVerbs, thirdPerson } from "./english-verbs.ts"

const list = (words: string) => words.trim().split(/\s+/)

const participles = list(`
  arisen awoken beaten become been begun bitten blown born borne broken chosen come done drawn drunk driven eaten fallen
  flown forbidden forgotten forgiven frozen given gone grown hidden known lain overcome overseen overtaken ridden risen run
  rung seen shaken shown shrunk spoken stolen sunk sung sworn swum taken thrown torn undergone undertaken undone withdrawn
  woken worn woven written overthrown foreseen proven
`)

/** Verbs without an object, so that their -ed after "was …ed and" is a tense of its own. */
const intransitive = new Set(
  list(`moved escaped died settled returned lived worked studied joined graduated emigrated served remained retired
  arrived appeared disappeared vanished travelled traveled stayed continued collapsed succeeded failed refused agreed
  decided wanted tried hoped resigned married attended enrolled ended started emerged belonged existed happened suffered
  survived participated argued quarrelled clashed spoke talked fled left sat stood lost spent led kept held wept slept won met fought felt`),
)

/** Verbs whose present tense is recognised: what is mostly a noun is taken for one. */
const bases: ReadonlySet<string> = new Set([...plainVerbs, ...nounVerbs])
const forms = new Map<string, Reading>()

function put(words: Iterable<string>, as: Reading) {
  for (const word of words) forms.set(word, as)
}

put(bases, reading.base)
put([...bases].map(thirdPerson), reading.present)
put(noPasts, reading.other)
put([...firmPasts, ...doubtfulPasts], reading.either)
put(participles, reading.participle)
put(pastTenses, reading.past)
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
