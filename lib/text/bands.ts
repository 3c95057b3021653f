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

/**
 * What two units have to share to be compared: 32-bit keys of which units that say nearly the same have at least one
 * in common, almost always, and others hardly ever. The first is of the whole content; eight are the bands of a MinHash
 * signature (Broder 1997; Indyk and Motwani 1998) of the trigrams of its content words, without what variants differ in; the last are of its dated events. A unit of nothing but dates and figures has none.
 * The work is linear in the length.
 */
export function bandsOf(said: Said): number[] {
  const content: string[] = []
  const unnamed: string[] = []
  let whole = 0x811c9dc5
  for (const { form, role } of said.words) {
    if (role === "small" || role === "negation") {
      if (role === "negation") whole = Math.imul(whole ^ 0x4e6f, 0x01000193)
      continue
    }
    if (role !== "word" || !(thinWords.has(form) || smallWords.has(form))) {
      const figure = role === "number" || role === "date"
      content.push(figure ? "#" : form)
      if (role === "word") unnamed.push(form)
    }
    whole = Math.imul(whole ^ hashOf(form), 0x01000193)
  }
  if (!saysSomething(said)) return []
  const keys = [mixed(whole)]
  if (content.length === 0) return keys
  signatureBands(` ${(unnamed.length < fewestUnnamed ? content : unnamed).join(" ")} `, keys)
  let events = 0
  for (const { name, subjects } of datedEvents(said))
    for (const subject of subjects) {
      if (events >= mostEventKeys) break
      keys.push(mixed(hashOf(`${name} ${subject}`)))
      events++
    }
  return [...new Set(keys)]
}

function signatureBands(text: string, keys: number[]): void {
  least.fill(0x7fffffff)
  const last = Math.min(text.length, mostCharacters) - 2
  for (let at = 0; at < last; at++) {
    const trigram = mixed(
      Math.imul(text.charCodeAt(at), 0x01000193) ^
        Math.imul(text.charCodeAt(at + 1), 0x27d4eb2f) ^
        (text.charCodeAt(at + 2) << 7),
    )
    for (let hash = 0; hash < hashCount; hash++) {
      const value = (Math.imul(trigram, factors[hash] as number) + (addends[hash] as number)) | 0
      if (value < (least[hash] as number)) least[hash] = value
    }
  }
  for (let band = 0; band < bandCount; band++) {
    let key = band + 1
    for (let row = 0; row < rowsInBand; row++)
      key = mixed(Math.imul(key, 0x01000193) ^ (least[band * rowsInBand + row] as number))
    keys.push(key)
  }
}

/** Characters of the content that the signature is made of; what comes after them is left to the comparison. */
const mostCharacters = 2_000
