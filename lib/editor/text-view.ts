import { Editor, Node } from "@tiptap/core"
import { Plugin, PluginKey } from "@tiptap/pm/state"
import { Decoration, DecorationSet } from "@tiptap/pm/view"
import type { Span } from "../domain/unit.ts"

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
}

export interface TextView {
  /** Draw these units anew; all others stay as they are. */
  redraw(units: readonly DrawnUnit[]): void
  /** Draw everything anew, after units were split or merged. */
  replace(units: readonly DrawnUnit[]): void
  /** Bring a unit into sight and, when asked, give it the focus. */
  show(id: string, focus: boolean): void
  /** What is selected with mouse or keyboard, as a span of the text. */
  selection(): Span | null
  destroy(): void
}

const unitsPerChunk = 40
const key = new PluginKey<DecorationSet>("units")

/**
 * Show a raw text read-only. The text is cut into inline chunks at unit boundaries, so that a change of one claim
 * redraws forty and not fifteen thousand; its characters, line breaks too, stay as they are.
 */
export function mountText(
  element: HTMLElement,
  text: string,
  units: readonly DrawnUnit[],
  heard: { onUnit: (id: string) => void; onFold: (id: string) => void },
): TextView {
  const starts = chunkStarts(text, units)
  const chunks = starts.map((start, index) => text.slice(start, starts[index + 1] ?? text.length))
  const chunkOf = (offset: number) => {
    let low = 0
    let high = starts.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if (starts[middle]! <= offset) low = middle
      else high = middle - 1
    }
    return low
  }
  const position = (offset: number) => offset + 2 * chunkOf(offset) + 1
  const endPosition = (offset: number) => position(Math.max(0, offset - 1)) + 1
  const offsetOf = (pos: number) => {
    let low = 0
    let high = starts.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if (starts[middle]! + 2 * middle + 1 <= pos) low = middle
      else high = middle - 1
    }
    return Math.min(pos - 2 * low - 1, starts[low + 1] ?? text.length)
  }
  const decorations = (unit: DrawnUnit) => {
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
    if (unit.fold === undefined) return parts
    const button = () => {
      const made = document.createElement("button")
      made.type = "button"
      made.className = "fold"
      made.textContent = unit.fold!
      made.dataset["fold"] = unit.id
      return made
    }
    return [
      Decoration.widget(position(unit.start), button, { side: -1, unit: unit.id, key: `${unit.id} ${unit.fold}` }),
      ...parts,
    ]
  }
  const plugin = new Plugin<DecorationSet>({
    key,
    state: {
      init: (_, state) => DecorationSet.create(state.doc, units.flatMap(decorations)),
      apply: (transaction, set, _old, state) => {
        const told = transaction.getMeta(key) as { all: boolean; units: readonly DrawnUnit[] } | undefined
        if (!told) return set
        if (told.all) return DecorationSet.create(state.doc, told.units.flatMap(decorations))
        const gone = told.units.flatMap(unit =>
          set.find(position(unit.start), endPosition(unit.end), spec => spec["unit"] === unit.id),
        )
        return set.remove(gone).add(state.doc, told.units.flatMap(decorations))
      },
    },
    props: { decorations: state => key.getState(state) },
  })
  element.replaceChildren()
  const editor = new Editor({
    element,
    editable: false,
    injectCSS: false,
    extensions: [
      Node.create({ name: "doc", topNode: true, content: "chunk+" }),
      Node.create({ name: "text", group: "inline" }),
      Node.create({
        name: "chunk",
        content: "text*",
        whitespace: "pre",
        parseHTML: () => [{ tag: "span" }],
        renderHTML: () => ["span", 0],
      }),
    ],
    editorProps: { attributes: { role: "document", "aria-label": "Text", class: "raw-text" } },
    content: {
      type: "doc",
      content: chunks.map(words => ({ type: "chunk", ...(words && { content: [{ type: "text", text: words }] }) })),
    },
  })
  editor.registerPlugin(plugin)
  const press = (event: Event) => {
    const target = event.target as HTMLElement
    const fold = target.closest<HTMLElement>("[data-fold]")
    if (fold) return heard.onFold(fold.dataset["fold"]!)
    const unit = target.closest<HTMLElement>("[data-unit]")
    if (unit && (window.getSelection()?.isCollapsed ?? true)) heard.onUnit(unit.dataset["unit"]!)
  }
  element.addEventListener("click", press)
  const tell = (all: boolean, changed: readonly DrawnUnit[]) =>
    editor.view.dispatch(editor.state.tr.setMeta(key, { all, units: changed }))
  return {
    redraw: changed => tell(false, changed),
    replace: changed => tell(true, changed),
    show: (id, focus) => {
      const shown = element.querySelector<HTMLElement>(`[data-unit="${CSS.escape(id)}"]`)
      if (!shown) return
      const { top, bottom } = shown.getBoundingClientRect()
      const still = window.matchMedia("(prefers-reduced-motion: reduce)").matches
      if (top < 90 || bottom > window.innerHeight * (window.innerWidth < 900 ? 0.5 : 0.9))
        shown.scrollIntoView({
          block: window.innerWidth < 900 ? "start" : "center",
          behavior: still ? "instant" : "auto",
        })
      if (focus) shown.focus({ preventScroll: true })
    },
    selection: () => {
      const range = window.getSelection()
      if (!range || range.isCollapsed || !range.anchorNode || !element.contains(range.anchorNode)) return null
      const { startContainer, startOffset, endContainer, endOffset } = range.getRangeAt(0)
      if (!element.contains(startContainer) || !element.contains(endContainer)) return null
      const start = offsetOf(editor.view.posAtDOM(startContainer, startOffset))
      const end = offsetOf(editor.view.posAtDOM(endContainer, endOffset))
      const inner = text.slice(start, end)
      const head = inner.length - inner.trimStart().length
      return inner.trim() === "" ? null : { start: start + head, end: start + head + inner.trim().length }
    },
    destroy: () => {
      element.removeEventListener("click", press)
      editor.destroy()
    },
  }
}

function chunkStarts(text: string, units: readonly Span[]): number[] {
  const starts = [0]
  for (let at = unitsPerChunk; at < units.length; at += unitsPerChunk) {
    const start = units[at]!.start
    if (start > starts.at(-1)! && start < text.length) starts.push(start)
  }
  return starts
}
