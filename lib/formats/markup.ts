import type { TextWriter } from "./text-writer.ts"

/** A node of a document in HTML or XML, in the shape that parse5 gives it. */
export interface MarkupNode {
  readonly nodeName: string
  readonly attrs?: readonly { readonly name: string; readonly value: string }[]
  readonly childNodes?: readonly MarkupNode[]
  readonly value?: string
}

/** What a node comes to in a raw text. What is not said is nothing: its words stand as they are. */
export interface Step {
  /** It and all in it is left out; hidden, its words alone are, and what is said of it here is not. */
  readonly drop?: boolean
  readonly hides?: boolean
  /** A block: 1, on lines of its own; 2, parted by empty lines. */
  readonly edge?: 1 | 2
  /** A line ends here. */
  readonly line?: boolean
  /** A cell of a table, and whether its blocks are set one after another so that a row stays a line. */
  readonly cell?: boolean
  readonly flat?: boolean
  readonly pre?: boolean
  /** What it says beside or instead of its words. */
  readonly says?: string
  /** A page begins; its label. */
  readonly page?: string
  /** It calls the note of this key. */
  readonly calls?: { readonly key: string; readonly label: string }
  /** It is the words of the note of this key. */
  readonly note?: string
  /** It is a note that stands where it is called: its words go to the end. */
  readonly moves?: { readonly key: string; readonly label: string; readonly node: MarkupNode }
  /** What stands around the text, by its name; with `outside`, only if it is not in what `holds` the text itself. */
  readonly aside?: string
  readonly outside?: boolean
  readonly holds?: boolean
}
export type Dialect = (node: MarkupNode) => Step

interface Visit {
  readonly node: MarkupNode
  readonly pre: boolean
  readonly flat: boolean
  readonly around: boolean
  readonly inside: boolean
  readonly left?: Step & { readonly ends: readonly (() => void)[] }
}

/**
 * Writes what a document says; notes that stand where they are called come at its end. Nodes are kept on a stack of our
 * own, since a document may be nested deeper than the call stack.
 */
export function writeMarkup(root: MarkupNode, dialect: Dialect, writer: TextWriter): void {
  const moved: { readonly key: string; readonly node: MarkupNode }[] = []
  walk(root, dialect, writer, moved)
  for (let note = moved.shift(); note; note = moved.shift()) {
    writer.edge(2)
    const end = writer.note(note.key)
    walk(note.node, dialect, writer, moved)
    end()
    writer.edge(2)
  }
}

function walk(
  root: MarkupNode,
  dialect: Dialect,
  writer: TextWriter,
  moved: { key: string; node: MarkupNode }[],
): void {
  const waiting: Visit[] = [{ node: root, pre: false, flat: false, around: false, inside: false }]
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { node, pre, flat, around, inside, left } = next
    if (left) {
      edge(writer, left, flat)
      if (left.cell) writer.cell()
      if (left.line) flat ? writer.write(" ") : writer.line()
      for (const end of left.ends) end()
      continue
    }
    if (node.value !== undefined && node.nodeName === "#text") {
      writer.write(node.value, pre && !flat)
      continue
    }
    const step = node === root ? rootStep(dialect(node)) : dialect(node)
    if (step.drop) continue
    edge(writer, step, flat)
    if (step.page !== undefined) writer.page(step.page)
    if (step.says) writer.write(step.says, true)
    if (step.calls) writer.call(step.calls.key, step.calls.label)
    if (step.moves) {
      writer.call(step.moves.key, step.moves.label)
      moved.push(step.moves)
      continue
    }
    if (step.hides) continue
    const aside = !around && step.aside !== undefined && !(step.outside && inside)
    const ends = [
      ...(step.note !== undefined ? [writer.note(step.note)] : []),
      ...(aside ? [writer.aside(step.aside!)] : []),
    ]
    waiting.push({ node, pre, flat, around, inside, left: { ...step, ends } })
    const within = {
      pre: step.pre ?? pre,
      flat: flat || step.flat === true,
      around: around || aside,
      inside: inside || step.holds === true,
    }
    const { childNodes = [] } = node
    for (let at = childNodes.length - 1; at >= 0; at--) waiting.push({ node: childNodes[at]!, ...within })
  }
}

/** What a walk begins with is taken for what is in it. */
function rootStep({ moves: _, calls: __, ...step }: Step): Step {
  return step
}

function edge(writer: TextWriter, step: Step, flat: boolean): void {
  if (!step.edge) return
  if (flat) writer.write(" ")
  else writer.edge(step.edge)
}

export const attribute = (node: MarkupNode, name: string): string =>
  node.attrs?.find(one => one.name === name)?.value ?? ""

/** The words in a node with white space as one space, at most about `most` characters of them. */
export function wordsIn(node: MarkupNode, most = 1_000): string {
  const waiting = [node]
  let words = ""
  for (let next = waiting.pop(); next && words.length <= most; next = waiting.pop()) {
    if (next.nodeName === "#text") words += next.value ?? ""
    const { childNodes = [] } = next
    for (let at = childNodes.length - 1; at >= 0; at--) waiting.push(childNodes[at]!)
  }
  return words.replaceAll(/\s+/g, " ").trim()
}

/** Every node in a document, in its order. */
export function* nodesIn(root: MarkupNode): Generator<MarkupNode> {
  const waiting = [root]
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    yield next
    const { childNodes = [] } = next
    for (let at = childNodes.length - 1; at >= 0; at--) waiting.push(childNodes[at]!)
  }
}
