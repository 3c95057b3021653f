import { flagReasonWords } from "../../../../../../../lib/domain/flag-words.ts"
import { type Label, labels } from "../../../../../../../lib/domain/label.ts"
import type { ReadPassage } from "../../../../../../../lib/queries/read-pre-annotations.ts"
import { LabelMark } from "../../../../export/label-mark.tsx"
import type { Becomes } from "./becomes.ts"
import type { Numbered, useBringIn } from "./use-bring-in.ts"

interface Props {
  readonly one: Numbered
  readonly choice: ReturnType<typeof useBringIn>
}

/** One passage as it was read: its words, what it becomes, who said what of it, and how it was placed. */
export function PassageItem({ one: { number, passage }, choice }: Props) {
  const becomes = choice.becomes(passage.label)
  const id = `passage-${number}`
  return (
    <li className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 gap-y-1 py-3">
      <input
        id={id}
        type="checkbox"
        disabled={becomes === ""}
        checked={becomes !== "" && !choice.left.has(number)}
        onChange={event => choice.leave(number, !event.currentTarget.checked)}
        className="mt-1.5 size-4.5 accent-accent"
      />
      <label htmlFor={id} className="font-text text-lg wrap-anywhere">
        {passage.quote}
      </label>
      <div className="col-start-2 grid gap-1 text-sm">
        <p className="wrap-anywhere">
          <Outcome becomes={becomes} />{" "}
          <span className="text-soft">
            {[passage.at, passage.label && `“${passage.label}”`, passage.by].filter(Boolean).join(" · ")}
          </span>
        </p>
        {passage.text && <p className="whitespace-pre-line wrap-anywhere">{passage.text}</p>}
        <p className="text-soft">{[lies(passage, becomes), passage.note].filter(Boolean).join(" ")}</p>
      </div>
    </li>
  )
}

const isLabel = (becomes: Becomes): becomes is Label => (labels as readonly string[]).includes(becomes)

function Outcome({ becomes }: { readonly becomes: Becomes }) {
  if (becomes === "") return <span>Left out</span>
  return isLabel(becomes) ? <LabelMark label={becomes} /> : <span>Flag: {flagReasonWords[becomes]}</span>
}

function lies({ how, claims }: ReadPassage, becomes: Becomes): string {
  if (becomes === "" || !isLabel(becomes)) return ""
  if (how === "across") return `Over ${claims} claims; suggested on each.`
  return how === "within" ? "Not just the claim's own words; suggested on the claim of which it has the most." : ""
}
