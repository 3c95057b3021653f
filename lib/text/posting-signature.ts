import { classAt, DIGIT, isSpaceAt, LOWER, UPPER } from "./characters.ts"
import { chromeRunEnd } from "./chrome-run.ts"
import { lengthAt } from "./pattern-at.ts"
import { stampLength } from "./time-stamp.ts"
import { skipSpace } from "./white-space.ts"

/** A comment's author and time, as they follow it: "Ann Lee Jun 2, 2014 at 11:31". */
const author = /@?[\p{L}\d_.-]{2,24} (?=[\p{L}\d])/uy
/** The links, editors and authors under a posting of a question-and-answer site. */
const postingFoot =
  /(?:share ?\|(?: ?(?:cite|edit|improve this (?:answer|question)|follow|flag) ?\|?){1,5} ?|Share (?:Cite )?(?:Edit )?(?:Improve this (?:answer|question) )?(?:Follow |Flag )?)?(?:(?:edited|asked|answered) )(?=[\p{L}\d])/uy
const postingTail = / (?:edited|asked|answered) (?=[\p{L}\d])/uy
const postingAuthor = /(?: @?[\p{L}\d_.-]{2,24}){1,2}?(?: \d[\d,.k]*){1,5}(?=\s*$|\s*\n|\s+["“«(@]?\p{Lu})/uy
const votes = /(?: \d{1,4}){1,2}(?=\s*$|\s*\n|\s+["“«(@]?\p{Lu})/uy
/** Where a comment's author and time, or the foot of a posting, ends that begins at `start`; 0 if there is none. */
export function signatureEnd(text: string, start: number): number {
  const foot = lengthAt(postingFoot, text, start)
  let at = start + (foot || lengthAt(author, text, start))
  if (at === start) return 0
  let stamp = stampLength(text, at)
  if (stamp === 0 && foot === 0) {
    at += lengthAt(author, text, at)
    stamp = stampLength(text, at)
  }
  if (stamp === 0) return 0
  at += stamp
  if (foot > 0) {
    const again = lengthAt(postingTail, text, at)
    stamp = again > 0 ? stampLength(text, at + again) : 0
    if (stamp > 0) at += again + stamp
    return at + lengthAt(postingAuthor, text, at)
  }
  const run = runAfter(text, at)
  if (run > 0) return run
  at += lengthAt(votes, text, at)
  return classAt(text, skipSpace(text, at)) & LOWER ? 0 : at
}

/** The dash and the names of an author under a comment: "– Ann Lee ". */
const dashed = /[–—-] ?@?[\p{L}\d_.-]{2,24}♦? (?=[\p{L}\d])/uy
const furtherName = /[\p{L}\d_.-]{1,24}♦? (?=[\p{L}\d])/uy

/**
 * Where the author and time after a dash end that close a comment at `start`, with the counts and links behind them:
 * "– Ann Lee Jun 2, 2014 at 11:31 Add a comment | 12"; 0 if there is none.
 */
export function dashedSignatureEnd(text: string, start: number): number {
  let at = start + lengthAt(dashed, text, start)
  if (at === start) return 0
  let stamp = stampLength(text, at)
  for (let names = 0; stamp === 0 && names < 2; names++) {
    const name = lengthAt(furtherName, text, at)
    if (name === 0) return 0
    at += name
    stamp = stampLength(text, at)
  }
  if (stamp === 0) return 0
  at += stamp
  const run = runAfter(text, at)
  if (run > 0) return run
  at += lengthAt(counts, text, at)
  return runAfter(text, at) || at
}

/** Where the run of links ends that goes on from `at` in the same line, perhaps after a bar; 0 if there is none. */
function runAfter(text: string, at: number): number {
  return text.charCodeAt(at) === 0x20 ? chromeRunEnd(text, at + lengthAt(bar, text, at)) : 0
}

const bar = / (?:\| )?/y

const counts = /(?: [−+-]?\d{1,4}){1,2}(?=\s*$|\s*\n|\s+["“«(@–]?[\p{L}\d_])/uy

/** Whether the foot of a posting begins at `at`: "asked" or "edited" and a time. */
export function beginsFoot(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  if (code !== 0x61 && code !== 0x65 && code !== 0x73) return false
  const foot = lengthAt(postingFoot, text, at)
  return foot > 0 && stampLength(text, at + foot) > 0
}

/** Whether a number or capital follows the first word, so that it may be the name of who wrote a comment. */
export function beginsHandle(text: string, start: number): boolean {
  let at = start
  while (at < start + 24 && !isSpaceAt(text, at)) at++
  return at > start + 1 && (classAt(text, at + 1) & (UPPER | DIGIT)) !== 0
}
