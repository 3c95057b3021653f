import { withinXml, type XmlElement } from "./xml-tree.ts"

/**
 * Steps at most that setting one citation or entry may take: elements of the style, with macros counted each time they
 * are called and the longest branch of every choice. Long affixes and values count as several. The
 * longest of the official styles tried takes 4,600; without a limit, macros that call each other twice double at each
 * step.
 */
const mostSteps = 20_000
const charactersOfStep = 50

/** What is said of a style that would keep the formatter busy. */
export const styleTooLong =
  "Its macros call each other so often that setting a note would take too long. Choose another style."

/** Characters of a style's own terms at most; they may be set at every step. */
const longestTerm = 200

/** Elements of a style at most: making it ready takes time by them. The largest official style has 3,500. */
const mostElements = 12_000

/**
 * What is wrong with the macros of a style, or null: one is called that does not exist, one calls itself, or setting
 * takes too many steps. Steps are counted once for each macro, so that no style takes long to judge.
 */
export function stylePower(root: XmlElement): string | null {
  const elements = [...withinXml(root)]
  if (elements.length > mostElements) return "It has more than 12,000 elements. Choose a smaller style."
  const terms = new Set(["term", "single", "multiple"])
  const long = elements.find(({ name, text }) => terms.has(name) && text.length > longestTerm)
  if (long) return `It has a term of more than ${longestTerm} characters. Choose another style.`
  const counter = new StepCounter(root)
  const most = Math.max(
    ...root.children
      .filter(({ name }) => name === "citation" || name === "bibliography")
      .map(part => counter.stepsOf(part)),
  )
  if (counter.trouble) return counter.trouble
  return most > mostSteps ? styleTooLong : null
}

class StepCounter {
  trouble: string | null = null
  readonly #macros: ReadonlyMap<string, XmlElement>
  readonly #counted = new Map<string, number>()
  readonly #open = new Set<string>()

  constructor(root: XmlElement) {
    const macros = root.children.filter(({ name }) => name === "macro")
    this.#macros = new Map(macros.map(macro => [macro.attributes.get("name") ?? "", macro]))
  }

  stepsOf(element: XmlElement): number {
    const inner = element.children.map(child => this.stepsOf(child))
    const taken =
      element.name === "choose" ? Math.max(0, ...inner) + inner.length : inner.reduce((sum, steps) => sum + steps, 0)
    const called = element.attributes.get("macro")
    const characters = [...element.attributes.values()].reduce((sum, { length }) => sum + length, 0)
    return 1 + Math.floor(characters / charactersOfStep) + taken + (called === undefined ? 0 : this.#macroSteps(called))
  }

  #macroSteps(name: string): number {
    const counted = this.#counted.get(name)
    if (counted !== undefined) return counted
    const macro = this.#macros.get(name)
    if (!macro) this.trouble ??= `It calls a macro “${name}” that it does not have. Download the style again.`
    if (this.#open.has(name))
      this.trouble ??= `Its macro “${name}” calls itself, directly or through others. Choose another style.`
    if (!macro || this.#open.has(name)) return 0
    if (this.#open.size > deepest)
      this.trouble ??= `More than ${deepest} of its macros call each other in a row. Choose another style.`
    if (this.trouble) return 0
    this.#open.add(name)
    const steps = this.stepsOf(macro)
    this.#open.delete(name)
    this.#counted.set(name, steps)
    return steps
  }
}

/** Macros in a row at most: the formatter goes down through them. */
const deepest = 60
