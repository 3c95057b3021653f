import type { Label } from "../../../../lib/domain/label.ts"
import { Mark, type MarkShape } from "../../../_ui/mark.tsx"

const looks: Record<Label, { shape: MarkShape; colour: string }> = {
  documented: { shape: "full", colour: "text-documented" },
  disputed: { shape: "half", colour: "text-disputed" },
  speculative: { shape: "empty", colour: "text-speculative" },
}

/** A label in words with its sign, in its colour. */
export function LabelMark({ label }: { label: Label }) {
  const { shape, colour } = looks[label]
  return (
    <span className={`font-semibold whitespace-nowrap ${colour}`}>
      <Mark shape={shape} /> {label}
    </span>
  )
}
