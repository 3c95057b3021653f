import type { TextAnchor } from "../domain/text-anchor.ts"

interface Open {
  readonly done: (start: number, end: number) => void
  start: number
}

/**
 * Writes what a marked-up document says as a raw text, with the places at which something begins. White space is one
 * space except where it is preformatted, blocks become lines, paragraphs are parted by an empty line, cells by tabs, and
 * no line ends in white space.
 */
export class TextWriter {
  readonly #out: string[] = []
  #length = 0
  /** Line breaks, tabs and spaces that come before the next words, if any come. */
  #breaks = 0
  #tabs = 0
  #space = ""
  #waiting: ((at: number) => void)[] = []
  readonly #anchors: TextAnchor[] = []
  readonly #calls = new Map<string, { readonly at: number; readonly label: string }[]>()
  readonly #bodies = new Map<string, { readonly start: number; readonly end: number }>()

  write(value: string, pre = false): void {
    if (!pre) this.#words(value.replaceAll(/[ \t\n\r\f]+/g, " "), false)
    else
      value.split("\n").forEach((line, index) => {
        if (index > 0) this.line()
        this.#words(line, true)
      })
  }

  #words(value: string, pre: boolean): void {
    const core = withoutEnd(value)
    const tail = value.slice(core.length)
    let words = core
    const atEdge = this.#length === 0 || this.#breaks > 0 || this.#tabs > 0
    if (!pre && words.startsWith(" ") && (atEdge || this.#space !== "")) words = words.slice(1)
    if (this.#length === 0) words = words.trimStart()
    if (words !== "") {
      const before = this.#breaks > 0 ? "\n".repeat(Math.min(this.#breaks, 2)) : this.#tabs > 0 ? "" : this.#space
      const gap = this.#length === 0 ? "" : before + "\t".repeat(this.#tabs)
      this.#length += gap.length
      for (const begin of this.#waiting.splice(0)) begin(this.#length)
      this.#out.push(gap, words)
      this.#length += words.length
      this.#breaks = 0
      this.#tabs = 0
      this.#space = ""
    }
    if (pre) this.#space += tail
    else if (tail !== "" && (words !== "" || !atEdge)) this.#space = " "
  }

  /** A block begins or ends: at least so many line breaks come before the next words. */
  edge(breaks: number): void {
    this.#breaks = Math.max(this.#breaks, breaks)
    this.#tabs = 0
    this.#space = ""
  }

  line(): void {
    this.#breaks++
    this.#tabs = 0
    this.#space = ""
  }

  cell(): void {
    this.#tabs++
  }

  /** A page begins with the next words. */
  page(label: string): void {
    this.#waiting.push(at => this.#anchors.push({ kind: "page", at, label }))
  }

  /** The note of this key is called behind the last words. */
  call(key: string, label: string): void {
    const called = (at: number) => {
      this.#calls.set(key, [...(this.#calls.get(key) ?? []), { at, label }])
    }
    if (this.#length === 0 || this.#breaks > 0) this.#waiting.push(called)
    else called(this.#length)
  }

  /** What is written until `end` is called are the words of the note of this key, or of something around the text. */
  note(key: string): () => void {
    return this.#open((start, end) => this.#bodies.set(key, { start, end }))
  }

  aside(label: string): () => void {
    return this.#open((start, end) => this.#anchors.push({ kind: "aside", start, end, label }))
  }

  #open(done: Open["done"]): () => void {
    const open: Open = { done, start: -1 }
    this.#waiting.push(at => {
      open.start = at
    })
    return () => {
      if (open.start >= 0) done(open.start, this.#length)
    }
  }

  text(): string {
    return this.#out.join("").trimEnd()
  }

  /**
   * What begins where, in the order of the text. A note that is called and has no words is none, nor is anything that
   * would stand in the white space which the end of the text loses.
   */
  anchors(): TextAnchor[] {
    const length = this.text().length
    const notes = [...this.#calls].flatMap(([key, calls]) => {
      const body = this.#bodies.get(key)
      return body ? calls.map(call => ({ kind: "note" as const, ...call, ...body })) : []
    })
    const place = (anchor: TextAnchor) => (anchor.kind === "aside" ? anchor.start : anchor.at)
    return [...this.#anchors, ...notes]
      .filter(anchor => place(anchor) <= length && (anchor.kind === "page" || anchor.start < length))
      .map(anchor => (anchor.kind === "page" ? anchor : { ...anchor, end: Math.min(anchor.end, length) }))
      .sort((a, b) => place(a) - place(b))
  }
}

// A regular expression would look at every run of spaces from each of its places.
function withoutEnd(line: string): string {
  let end = line.length
  while (end > 0 && (line[end - 1] === " " || line[end - 1] === "\t")) end--
  return line.slice(0, end)
}
