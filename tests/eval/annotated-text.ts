import type { Span, UnitKind } from "../../lib/domain/unit.ts"
import { unitKinds } from "../../lib/domain/unit.ts"

/** What a person says the splitter ought to find in one unit. */
export interface GoldUnit extends Span {
  readonly kind: UnitKind
  readonly hedged: boolean
  /** The source as written, "*" when it is left out, null when there is none. */
  readonly attributedTo: string | null
  /** Where clauses start, other than the unit itself. */
  readonly clauseStarts: readonly number[]
  /** Start of the earlier unit that this one repeats; null when it repeats none. */
  readonly duplicateOf: number | null
}

export interface AnnotatedText {
  readonly title: string
  readonly language: "en" | "ru"
  readonly text: string
  readonly units: readonly GoldUnit[]
}

/**
 * Reads an annotated text: a line a unit, `KIND[; FLAG]… | TEXT`. Flags are `hedged`, `by=SOURCE`, `id=NAME`,
 * `dup=NAME` and `var=NAME`. In TEXT "¦" stands before a clause, "⏎" for a line break; at its end nothing stands for
 * one space to the next unit, "⏎" for line breaks, "⊕" for no white space at all. Lines that begin with "// " are
 * remarks; the first two give title and language. Throws an `Error` that names the line of what is not of this form.
 */
export function readAnnotated(file: string): AnnotatedText {
  const units: GoldUnit[] = []
  const named = new Map<string, number>()
  const head: Record<string, string> = {}
  let text = ""
  for (const [at, line] of file.split("\n").entries()) {
    if (line.trim() === "") continue
    if (line.startsWith("// ")) {
      const found = /^\/\/ (title|lang): (.+)$/.exec(line)
      if (found) head[found[1] as string] ??= (found[2] as string).trim()
      continue
    }
    const bar = line.indexOf(" | ")
    const [kind, ...flags] = line.slice(0, bar).split("; ")
    if (bar < 0 || !unitKinds.includes(kind as UnitKind)) throw new Error(`Line ${at + 1} names no kind: ${line}`)
    const { body, marks, after } = readBody(line.slice(bar + 3))
    const value = (name: string) => flags.find(flag => flag.startsWith(`${name}=`))?.slice(name.length + 1)
    const start = text.length
    const original = value("dup")
    if (original !== undefined && !named.has(original)) throw new Error(`Line ${at + 1} repeats an unknown ${original}`)
    const name = value("id")
    if (name !== undefined) named.set(name, start)
    units.push({
      start,
      end: start + body.length,
      kind: kind as UnitKind,
      hedged: flags.includes("hedged"),
      attributedTo: value("by") ?? null,
      clauseStarts: marks.map(mark => start + mark),
      duplicateOf: original === undefined ? null : (named.get(original) as number),
    })
    text += body + after
  }
  return { title: head.title ?? "", language: head.lang === "ru" ? "ru" : "en", text: text.trimEnd(), units }
}

function readBody(written: string): { body: string; marks: number[]; after: string } {
  const [, inner = "", tail = ""] = /^(.*?)(⊕|[⏎\s]*)$/u.exec(written) ?? []
  const after = tail === "⊕" ? "" : tail.replaceAll("⏎", "\n") || " "
  const marks: number[] = []
  let body = ""
  for (const part of inner.replaceAll("⏎", "\n").split("¦")) {
    if (body !== "") marks.push(body.length)
    body += part
  }
  return { body, marks, after }
}
