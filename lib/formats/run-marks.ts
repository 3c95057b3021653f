import type { TextRun } from "../domain/text-run.ts"

type Look = Omit<TextRun, "text">

/** How a piece may look, each look between two characters of the private use area, which no source's text has. */
const looks: Readonly<Record<string, Look>> = {
  "\uE000": { italic: true },
  "\uE002": { bold: true },
  "\uE004": { smallCaps: true },
  "\uE006": { raised: "up" },
  "\uE008": { raised: "down" },
}
const upright = "\uE00A"
const light = "\uE00C"
const end = "\uE00F"

const within = (mark: string) => (_: unknown, text: string) => `${mark}${text}${end}`
const plain = (_: unknown, text: string) => text
const around = (open: string, close: string) => (state: { getTerm(name: string): string }, text?: string) =>
  text === undefined ? state.getTerm(open) : state.getTerm(open) + text + state.getTerm(close)

/** An output format for citeproc that writes looks as marks, to be read by `runsOf`. Its shape is citeproc's own. */
export const runFormat: object = {
  text_escape: (text: string | undefined) => text ?? "",
  bibstart: "",
  bibend: "",
  "@font-style/italic": within("\uE000"),
  "@font-style/oblique": within("\uE000"),
  "@font-style/normal": within(upright),
  "@font-variant/small-caps": within("\uE004"),
  "@font-variant/normal": plain,
  "@font-weight/bold": within("\uE002"),
  "@font-weight/normal": within(light),
  "@font-weight/light": within(light),
  "@text-decoration/none": plain,
  "@text-decoration/underline": plain,
  "@vertical-align/baseline": plain,
  "@vertical-align/sup": within("\uE006"),
  "@vertical-align/sub": within("\uE008"),
  "@passthrough/true": plain,
  "@strip-periods/true": plain,
  "@strip-periods/false": plain,
  "@quotes/true": around("open-quote", "close-quote"),
  "@quotes/inner": (state: { getTerm(name: string): string }, text?: string) =>
    text === undefined ? "\u2019" : around("open-inner-quote", "close-inner-quote")(state, text),
  "@quotes/false": plain,
  "@cite/entry": plain,
  "@bibliography/entry": function (this: { readonly system_id?: string }, _: unknown, text: string) {
    return `${this.system_id ?? ""}\uE013${text}`
  },
  "@display/block": plain,
  "@display/left-margin": (_: unknown, text: string) => `${text} `,
  "@display/right-inline": plain,
  "@display/indent": plain,
  "@showid/true": plain,
  "@URL/true": plain,
  "@DOI/true": plain,
}

const replaced = /\uE010(\d+)\uE011[^\uE010]*?\uE012/g

/** What stands before and after a piece that is to be replaced by a setting of our own, told by a number. */
export const replacing = (number: number) => ({ prefix: `\uE010${number}\uE011`, suffix: "\uE012" })

/** The text with its looks, and pieces that were marked for it replaced. */
export function runsOf(marked: string, replacement: (number: number) => readonly TextRun[]): readonly TextRun[] {
  const runs: TextRun[] = []
  let from = 0
  for (const found of marked.matchAll(replaced)) {
    runs.push(...lookedAt(marked.slice(from, found.index)), ...replacement(Number(found[1])))
    from = found.index + found[0].length
    if (marked[from] === "." && runs.at(-1)?.text.endsWith(".")) from += 1
  }
  return [...runs, ...lookedAt(marked.slice(from))]
}

function lookedAt(marked: string): readonly TextRun[] {
  const runs: TextRun[] = []
  const open: string[] = []
  for (const piece of marked.split(/([\uE000-\uE012])/)) {
    if (piece === end) open.pop()
    else if (/^[\uE000-\uE00E]$/.test(piece)) open.push(piece)
    else if (piece !== "" && !/^[\uE010-\uE012]$/.test(piece)) runs.push({ text: piece, ...look(open) })
  }
  return runs
}

function look(open: readonly string[]): Look {
  let now: Look = {}
  for (const mark of open) {
    if (mark === upright) now = without(now, "italic")
    else if (mark === light) now = without(now, "bold")
    else now = { ...now, ...looks[mark] }
  }
  return now
}

const without = (look: Look, part: keyof Look): Look =>
  Object.fromEntries(Object.entries(look).filter(([name]) => name !== part))

/** The source of an entry of a bibliography, and its text. Entries that a style leaves empty are missing in the list. */
export function entryOf(marked: string): readonly [id: string, text: string] {
  const [id = "", text = ""] = marked.split("\uE013")
  return [id, text.trim()]
}

/** A text without the characters that stand for looks. */
export const unmarkedText = (text: string): string => text.replaceAll(/[\uE000-\uE013]/g, "")

/** A value without these characters in all its texts. */
export function unmarked(value: unknown): unknown {
  if (typeof value === "string") return unmarkedText(value)
  if (Array.isArray(value)) return value.map(unmarked)
  if (typeof value !== "object" || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, unmarked(inner)]))
}
