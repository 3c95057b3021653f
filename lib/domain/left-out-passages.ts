import type { FlagReason } from "./flag.ts"
import { firstEndingAfter } from "./halving.ts"
import type { Span } from "./unit.ts"

/** Reasons of flags that ask for care with who is named or hurt; exports can leave out what is flagged for one of them. */
export const protectiveReasons = ["privacy", "living-person", "sensitive"] as const satisfies readonly FlagReason[]

/** Which passages an export leaves out: those with an open flag of that kind, or also those whose flag was answered. */
export const leftOutChoices = ["open", "any"] as const
export type LeftOutChoice = (typeof leftOutChoices)[number]

/** Each in words, for whoever chooses. */
export const leftOutChoiceWords: Readonly<Record<LeftOutChoice, string>> = {
  open: "Leave out while the flag is open",
  any: "Leave out, also when the flag was answered",
}

/** What a file says of it. */
export const leftOutChoiceSentences: Readonly<Record<LeftOutChoice, string>> = {
  open: "Passages with an open flag for privacy, a living person or a sensitive matter are left out, and blacked out where the text stands around claims.",
  any: "Passages that were ever flagged for privacy, a living person or a sensitive matter are left out, and blacked out where the text stands around claims, unless the flag was withdrawn.",
}

/** The same behind other sentences; nothing where nothing was left out. */
export const leftOutNote = ({ leaveOut }: { readonly leaveOut: LeftOutChoice | null }): string =>
  leaveOut ? ` ${leftOutChoiceSentences[leaveOut]}` : ""

/** Why a claim is left out, in a sentence. */
export const flaggedSentence =
  "It is flagged for privacy, a living person or a sensitive matter, and such passages were not asked for."

/** A flag on the current text, or an older one by the words that it was raised on. */
export interface ProtectiveFlag extends Span {
  /** Its words where it has no place in the current text, since its version is gone; null otherwise. */
  readonly lost: string | null
}

/**
 * What of a text is left out: the flagged spans with every unit that shares a character with one, merged, in order. A flag
 * whose place was lost in a new version counts wherever its very words stand.
 */
export function leftOutSpans(text: string, units: readonly Span[], flags: readonly ProtectiveFlag[]): readonly Span[] {
  const flagged = flags.flatMap(({ start, end, lost }) => (lost === null ? [{ start, end }] : placesOf(text, lost)))
  const whole = flagged.flatMap(span => [span, ...touching(units, span)])
  const spans: { start: number; end: number }[] = []
  for (const { start, end } of whole.sort((a, b) => a.start - b.start)) {
    const last = spans.at(-1)
    if (last && start <= last.end) last.end = Math.max(last.end, end)
    else spans.push({ start, end })
  }
  return spans
}

function placesOf(text: string, words: string): Span[] {
  const found: Span[] = []
  if (words.trim() === "") return found
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + words.length))
    found.push({ start: at, end: at + words.length })
  return found
}

/** The units, which stand in order and do not overlap, that share a character with a span. */
function touching(units: readonly Span[], { start, end }: Span): Span[] {
  const found: Span[] = []
  for (let at = firstEndingAfter(units, start); at < units.length && units[at]!.start < end; at++)
    found.push({ start: units[at]!.start, end: units[at]!.end })
  return found
}

/** Whether a span shares a character with what is left out. */
export function isLeftOut(spans: readonly Span[], { start, end }: Span): boolean {
  const next = spans[firstEndingAfter(spans, start)]
  return next !== undefined && next.start < end
}

/**
 * The text with what is left out blacked out. It has as many UTF-16 code units and as many code points as before and the
 * same line ends, so that every position in it still holds.
 */
export function blackedOut(text: string, spans: readonly Span[]): string {
  let written = ""
  let from = 0
  for (const { start, end } of spans) {
    written += text.slice(from, start) + text.slice(start, end).replace(/[\u{10000}-\u{10FFFF}]|[^\r\n]/gu, black)
    from = end
  }
  return written + text.slice(from)
}

const black = (character: string) => (character.length === 2 ? "\u{1FB99}" : "█")
