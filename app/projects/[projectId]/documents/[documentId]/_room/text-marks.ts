import type { TextAnchor } from "../../../../../../lib/domain/text-anchor.ts"
import type { TextMark } from "../../../../../../lib/editor/text-mark.ts"

/** Characters of a note that are told beside its mark. */
const shown = 300

/** The pages and notes of a text as marks, each note with the place that it leads to. */
export function textMarks(text: string, anchors: readonly TextAnchor[]): readonly TextMark[] {
  return anchors.flatMap((anchor): TextMark[] => {
    if (anchor.kind === "aside") return []
    if (anchor.kind === "page") return [{ kind: "page", at: anchor.at, label: anchor.label, words: "" }]
    const { at, label, start, end } = anchor
    const words = text.slice(start, Math.min(end, start + shown)) + (end > start + shown ? " …" : "")
    return [{ kind: "note", at, label, words, leadsTo: start }]
  })
}
