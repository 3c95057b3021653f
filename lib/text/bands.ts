import { datedEvents } from "./events.ts"
import { hashOf, mixed } from "./hash.ts"
import { type Said, saysSomething } from "./said.ts"
import { smallWords, thinWords } from "./same-words.ts"

/** Bands of a signature and hashes in a band: two units with Jaccard similarity s meet with probability 1 − (1 − s³)⁸. */
const bandCount = 8
const rowsInBand = 3
const hashCount = bandCount * rowsInBand

/** Content words that are no names, from which on the names and figures are left out, so that variants meet. */
const fewestUnnamed = 3

/** Most keys that dated events add to a unit's. */
const mostEventKeys = 4

const factors = Int32Array.from({ length: hashCount }, (_, at) => mixed(0x9e3779b9 * (at + 1)) | 1)
const addends = Int32Array.from({ length: hashCount }, (_, at) => mixed(0x85ebca6b * (at + 7)))
const least = new Int32Array(hashCount)
const highest = 0x7fffffff
const denial = 0x4e6f

/**
 * What two units have to share to be compared: 32-bit keys of which units that say nearly the same have at least one
 * in common, almost always, and others hardly ever. The first is of the whole content; eight are the bands of a MinHash
 * signature (Broder 1997; Indyk and Motwani 1998) of the trigrams of its content words, without what variants differ in; the last are of its dated
 * events. A unit of nothing but dates and figures has none. The work is linear in the length.
 */
export function bandsOf(said: Said): number[] {
  if (!saysSomething(said)) return []
  const unnamed: BandWord[] = []
  const content: Int32Array[] = []
  let whole = 0x811c9dc5
  for (const { form, role } of said.words) {
    if (role === "small") continue
    const word = bandWord(form)
    whole = Math.imul(whole ^ (role === "negation" ? denial : word.hash), 0x01000193)
    if (role === "negation" || (role === "word" && word.thin)) continue
    content.push(role === "number" || role === "date" ? figure : word.signature)
    if (role === "word") unnamed.push(word)
  }
  const keys = [mixed(whole)]
  if (content.length === 0) return keys
  addBands(unnamed.length < fewestUnnamed ? content : unnamed.map(word => word.signature), keys)
  let events = 0
  for (const { name, subjects } of datedEvents(said))
    for (const subject of subjects) {
      if (events >= mostEventKeys) break
      add(keys, mixed(hashOf(`${name} ${subject}`)))
      events++
    }
  return keys
}

const add = (keys: number[], key: number) => {
  if (!keys.includes(key)) keys.push(key)
}

function addBands(signatures: readonly Int32Array[], keys: number[]): void {
  const signature = least
  signature.fill(highest)
  for (let at = 0; at < signatures.length && at < mostWords; at++) lower(signature, signatures[at] as Int32Array)
  for (let band = 0; band < bandCount; band++) {
    let key = band + 1
    for (let row = 0; row < rowsInBand; row++)
      key = mixed(Math.imul(key, 0x01000193) ^ (signature[band * rowsInBand + row] as number))
    add(keys, key)
  }
}

/** Takes over every value that is less. */
function lower(signature: Int32Array, by: Int32Array): void {
  for (let hash = 0; hash < hashCount; hash++)
    if ((by[hash] as number) < (signature[hash] as number)) signature[hash] = by[hash] as number
}

/** Words of the content that the signature is made of; what comes after them is left to the comparison. */
const mostWords = 300

interface BandWord {
  readonly hash: number
  /** Whether it says nothing of its own. */
  readonly thin: boolean
  /** The least value of each hash over the trigrams of the word with a space on either side. */
  readonly signature: Int32Array
}

const bandWords = new Map<string, BandWord>()
/** Words that are remembered; a text has fewer that come again. */
const mostBandWords = 20_000

function bandWord(form: string): BandWord {
  const known = bandWords.get(form)
  if (known) return known
  const thin = thinWords.has(form) || smallWords.has(form)
  const word = { hash: hashOf(form), thin, signature: signatureOf(form) }
  if (bandWords.size >= mostBandWords) bandWords.clear()
  if (form.length <= mostLetters) bandWords.set(form, word)
  return word
}

function signatureOf(word: string): Int32Array {
  const signature = new Int32Array(hashCount).fill(highest)
  const text = ` ${word.slice(0, mostLetters)} `
  for (let at = 0; at < text.length - 2; at++) {
    const trigram = mixed(
      Math.imul(text.charCodeAt(at), 0x01000193) ^
        Math.imul(text.charCodeAt(at + 1), 0x27d4eb2f) ^
        (text.charCodeAt(at + 2) << 7),
    )
    for (let hash = 0; hash < hashCount; hash++) {
      const value = (Math.imul(trigram, factors[hash] as number) + (addends[hash] as number)) | 0
      if (value < (signature[hash] as number)) signature[hash] = value
    }
  }
  return signature
}

/** Letters of a word that its signature is made of. */
const mostLetters = 40

/** What stands for any figure. */
const figure = signatureOf("#")
