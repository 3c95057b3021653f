import { Schema } from "@tiptap/pm/model"
import { EditorState, Plugin, PluginKey } from "@tiptap/pm/state"
import { Decoration, DecorationSet, EditorView } from "@tiptap/pm/view"
import type { Span } from "../domain/unit.ts"
import { sameDrawing } from "./same-drawing.ts"
import { blockAt, textBlocks, unitsWithin } from "./text-blocks.ts"
import { markElement, type TextMark } from "./text-mark.ts"
import { foldButton, noteElement } from "./unit-widgets.ts"

/** A unit as it is to be drawn. `pieces` cut it where flags begin and end, so that decorations never overlap. */
export interface DrawnUnit extends Span {
  readonly id: string
  /** Class of every piece; "folded" hides it. */
  readonly look: string
  /** The circle before it, drawn by the style sheet. */
  readonly glyph: string
  /** What a screen reader says of it after its words. */
  readonly state: string
  readonly focusable: boolean
  readonly current: boolean
  readonly pieces: readonly (Span & { readonly flagged: boolean })[]
  /** Words of the button before a folded run; only on the run's first unit. */
  readonly fold?: string
  /** What the margin says beside the unit's first line. */
  readonly notes: readonly MarginNote[]
  /** Pages that begin in it, and notes that are called in it. They stay as they are as long as the text does. */
  readonly marks: readonly TextMark[]
}

export interface MarginNote {
  readonly id: string
  /** A flag, a discussion, or a discussion with something new in it. */
  readonly kind: "flag" | "talk" | "news"
  readonly title: string
  readonly words: string
}

/** The units of the text in order, and how the one at an index is drawn. */
export interface Drawing {
  readonly units: readonly (Span & { readonly id: string })[]
  readonly draw: (index: number) => DrawnUnit
}

export interface TextView {
  /** Take over another state of the units. What is in sight is drawn anew where it differs; the rest when it comes. */
  update(drawing: Drawing): void
  /** Bring a unit into sight and, when asked, give it the focus. */
  show(id: string, focus: boolean): void
  /** What is selected with mouse or keyboard, as a span of the text. */
  selection(): Span | null
  destroy(): void
}

type Drawn = Map<string, DrawnUnit>

/** A look-out in heights of the window: what is this near to being seen is drawn. */
const outlook = 1.5
const key = new PluginKey<DecorationSet>("units")

/**
 * Show a raw text read-only, with the ProseMirror that Tiptap is made of: a page that is only read needs none of the
 * commands and keys that Tiptap's editor adds. The text is set in blocks that the browser lays out only when they come
 * into sight, and claims are decorations that are computed only near it, so that fifteen thousand cost no more than a
 * hundred. Characters, line breaks too, stay as they are.
 */
export function mountText(
  element: HTMLElement,
  text: string,
  first: Drawing,
  heard: { onUnit: (id: string) => void; onFold: (id: string) => void },
): TextView {
  const blocks = textBlocks(text, first.units)
  let drawing = first
  /** What is drawn of each block that was near enough. */
  const shown = new Map<number, Drawn>()
  const position = (offset: number) => offset + 2 * blockAt(blocks, offset) + 1
  const endPosition = (offset: number) => position(Math.max(0, offset - 1)) + 1
  const offsetOf = (pos: number) => {
    const at = blockAt(
      blocks.map(({ start, end }, index) => ({ start: start + 2 * index + 1, end })),
      pos,
    )
    return Math.max(blocks[at]!.start, Math.min(pos - 2 * at - 1, blocks[at]!.end))
  }
  const decorations = (unit: DrawnUnit) => decorationsOf(unit, position, endPosition)

  const plugin = new Plugin<DecorationSet>({
    key,
    state: {
      init: () => DecorationSet.empty,
      apply: (transaction, set) => {
        const told = transaction.getMeta(key) as { gone: readonly DrawnUnit[]; come: readonly DrawnUnit[] } | undefined
        if (!told) return set
        const gone = told.gone.flatMap(unit =>
          set.find(position(unit.start), endPosition(unit.end), spec => spec["unit"] === unit.id),
        )
        return set.remove(gone).add(transaction.doc, told.come.flatMap(decorations))
      },
    },
    props: { decorations: state => key.getState(state) },
  })
  element.replaceChildren()
  const doc = schema.node(
    "doc",
    null,
    blocks.map(({ start, end, broken }) =>
      schema.node("block", { broken }, end > start ? [schema.text(text.slice(start, end))] : []),
    ),
  )
  const view = new EditorView(element, {
    state: EditorState.create({ doc, plugins: [plugin] }),
    editable: () => false,
    attributes: { role: "document", "aria-label": "Text", class: "raw-text" },
  })
  const paragraphs = [...view.dom.children] as HTMLElement[]
  const indexOf = new Map<Element, number>(paragraphs.map((paragraph, index) => [paragraph, index]))

  const drawnIn = (block: number): Drawn => {
    const [from, to] = unitsWithin(drawing.units, blocks[block]!)
    const drawn: Drawn = new Map()
    for (let at = from; at < to; at++) {
      const unit = drawing.draw(at)
      drawn.set(unit.id, unit)
    }
    return drawn
  }
  /** Draw some blocks anew; a unit that reaches over two of them is one unit in both. */
  const redraw = (indexes: Iterable<number>) => {
    const gone = new Map<string, DrawnUnit>()
    const come = new Map<string, DrawnUnit>()
    for (const block of indexes) {
      const before = shown.get(block)
      const after = drawnIn(block)
      for (const unit of before?.values() ?? []) if (!sameDrawing(unit, after.get(unit.id))) gone.set(unit.id, unit)
      for (const unit of after.values())
        if (!sameDrawing(unit, before?.get(unit.id))) {
          come.set(unit.id, unit)
          const elsewhere = before?.get(unit.id) ?? drawnElsewhere(shown, block, unit.id)
          if (elsewhere) gone.set(unit.id, elsewhere)
        }
      shown.set(block, after)
    }
    if (gone.size + come.size > 0)
      view.dispatch(view.state.tr.setMeta(key, { gone: [...gone.values()], come: [...come.values()] }))
  }

  const near = new IntersectionObserver(
    entries => {
      const fresh = entries.filter(entry => entry.isIntersecting).map(({ target }) => indexOf.get(target)!)
      for (const index of fresh) near.unobserve(paragraphs[index]!)
      redraw(fresh.filter(index => !shown.has(index)))
    },
    { rootMargin: `${outlook * 100}% 0px` },
  )
  // What is in sight now is drawn before the first paint, and not when the observer gets round to it.
  redraw(paragraphs.flatMap((one, at) => (inSight(one) ? [at] : [])).slice(0, 30))
  for (const paragraph of paragraphs) near.observe(paragraph)

  const placeOf = (id: string) => element.querySelector<HTMLElement>(`[data-unit="${CSS.escape(id)}"]`)
  const show = (id: string, focus: boolean) => {
    const unit = drawing.units.find(one => one.id === id)
    if (!unit) return
    const block = blockAt(blocks, unit.start)
    if (!shown.has(block)) redraw([block])
    const place = placeOf(id)
    if (!place) return
    bringIntoSight(place)
    // Blocks on the way had guessed heights until now.
    requestAnimationFrame(() => place.isConnected && bringIntoSight(place))
    if (focus) place.focus({ preventScroll: true })
  }
  const press = (event: Event) => {
    const target = event.target as HTMLElement
    const fold = target.closest<HTMLElement>("[data-fold]")
    if (fold) return heard.onFold(fold.dataset["fold"]!)
    const mark = target.closest<HTMLElement>("[data-leads-to]")
    const noted = mark && drawing.units.find(({ end }) => end > Number(mark.dataset["leadsTo"]))
    if (noted) {
      heard.onUnit(noted.id)
      return show(noted.id, false)
    }
    const unit = target.closest<HTMLElement>("[data-unit], [data-note]")
    if (unit && (window.getSelection()?.isCollapsed ?? true))
      heard.onUnit((unit.dataset["unit"] ?? unit.dataset["note"])!)
  }
  element.addEventListener("click", press)
  return {
    update: next => {
      drawing = next
      const focused = element.contains(document.activeElement)
        ? document.activeElement?.closest<HTMLElement>("[data-unit]")?.dataset["unit"]
        : undefined
      redraw([...shown.keys()])
      // What has the focus may have been drawn anew, which would lose it.
      if (focused && !element.contains(document.activeElement)) placeOf(focused)?.focus({ preventScroll: true })
    },
    show,
    selection: () => {
      const range = window.getSelection()
      if (!range || range.isCollapsed || !range.anchorNode || !element.contains(range.anchorNode)) return null
      const { startContainer, startOffset, endContainer, endOffset } = range.getRangeAt(0)
      if (!element.contains(startContainer) || !element.contains(endContainer)) return null
      const start = offsetOf(view.posAtDOM(startContainer, startOffset))
      const end = offsetOf(view.posAtDOM(endContainer, endOffset))
      const inner = text.slice(start, end)
      const head = inner.length - inner.trimStart().length
      return inner.trim() === "" ? null : { start: start + head, end: start + head + inner.trim().length }
    },
    destroy: () => {
      near.disconnect()
      element.removeEventListener("click", press)
      view.destroy()
    },
  }
}

const schema = new Schema({
  nodes: {
    doc: { content: "block+" },
    text: {},
    block: {
      content: "text*",
      whitespace: "pre",
      attrs: { broken: { default: false } },
      toDOM: node => ["p", { class: node.attrs["broken"] ? "block broken" : "block" }, 0],
    },
  },
})

function decorationsOf(unit: DrawnUnit, position: (at: number) => number, endPosition: (at: number) => number) {
  const parts = unit.pieces.map(({ start, end, flagged }, index) =>
    Decoration.inline(
      position(start),
      endPosition(end),
      {
        class: `unit ${unit.look}${flagged ? " flagged" : ""}${unit.current ? " current" : ""}`,
        "data-unit": unit.id,
        ...(index === 0 && {
          "data-glyph": unit.glyph,
          ...(unit.focusable && {
            role: "button",
            tabindex: unit.current ? "0" : "-1",
            "aria-description": unit.state,
            ...(unit.current && { "aria-current": "true" }),
          }),
        }),
      },
      { unit: unit.id },
    ),
  )
  const widget = (name: string, make: () => HTMLElement) =>
    Decoration.widget(position(unit.start), make, { side: -1, unit: unit.id, key: name, ignoreSelection: true })
  return [
    ...unit.notes.map(note =>
      widget(`${note.id} ${note.kind} ${note.title} ${note.words}`, () => noteElement(note, unit.id)),
    ),
    ...(unit.fold === undefined ? [] : [widget(`${unit.id} ${unit.fold}`, () => foldButton(unit.id, unit.fold!))]),
    ...unit.marks.map(mark =>
      Decoration.widget(mark.kind === "page" ? position(mark.at) : endPosition(mark.at), () => markElement(mark), {
        side: -1,
        unit: unit.id,
        key: `${mark.kind} ${mark.at} ${mark.label}`,
        ignoreSelection: true,
      }),
    ),
    ...parts,
  ]
}

function drawnElsewhere(shown: ReadonlyMap<number, Drawn>, block: number, id: string): DrawnUnit | undefined {
  return shown.get(block - 1)?.get(id) ?? shown.get(block + 1)?.get(id)
}

const inSight = (element: HTMLElement): boolean => {
  const { top, bottom } = element.getBoundingClientRect()
  return bottom > -window.innerHeight && top < window.innerHeight * 2
}

/** Scroll so far that the passage stands above what covers the window's lower part on a phone. */
function bringIntoSight(place: HTMLElement): void {
  const narrow = window.innerWidth < 900
  const { top, bottom } = place.getBoundingClientRect()
  if (top >= 90 && bottom <= window.innerHeight * (narrow ? 0.5 : 0.9)) return
  place.scrollIntoView({ block: narrow ? "start" : "center", behavior: "instant" })
}
