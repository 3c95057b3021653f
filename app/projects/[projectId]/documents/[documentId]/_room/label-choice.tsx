import { type Label, labels } from "../../../../../../lib/domain/label.ts"
import { Kbd } from "../../../../../_ui/kbd.tsx"
import { Mark } from "../../../../../_ui/mark.tsx"
import { sentenceCase } from "./words.ts"

const looks = {
  documented: { words: "evidence shows it", key: "1", shape: "full", tone: "text-documented" },
  disputed: { words: "evidence conflicts", key: "2", shape: "half", tone: "text-disputed" },
  speculative: { words: "evidence is missing", key: "3", shape: "empty", tone: "text-speculative" },
} as const

const chosenTone: Record<Label, string> = {
  documented: "border-documented bg-documented-wash shadow-[inset_0_0_0_1px_var(--documented)]",
  disputed: "border-disputed bg-disputed-wash shadow-[inset_0_0_0_1px_var(--disputed)]",
  speculative: "border-speculative bg-speculative-wash shadow-[inset_0_0_0_1px_var(--speculative)]",
}

/** The three labels as large buttons; a press saves. */
export function LabelChoice({ chosen, onChoose }: { chosen: Label | null; onChoose: (label: Label) => void }) {
  return (
    <fieldset className="grid grid-cols-3 gap-2">
      <legend className="sr-only">Label</legend>
      {labels.map(label => (
        <button
          key={label}
          type="button"
          aria-pressed={chosen === label}
          onClick={() => onChoose(label)}
          className={`grid content-start gap-1 rounded-lg border px-2.5 pt-2.5 pb-2 text-left hover:bg-wash ${chosen === label ? chosenTone[label] : "border-line"}`}
        >
          <strong className="flex items-center gap-1.5 font-semibold max-sm:text-sm">
            <Mark shape={looks[label].shape} className={looks[label].tone} />
            {sentenceCase(label)}
          </strong>
          <small className="text-xs text-soft">
            {looks[label].words} <Kbd>{looks[label].key}</Kbd>
          </small>
        </button>
      ))}
    </fieldset>
  )
}
