"use client"
import { useMemo } from "react"
import type { Confidence, Label } from "../../../../../../lib/domain/label.ts"
import { type RationaleNode, rationaleText } from "../../../../../../lib/domain/rationale.ts"
import type { RationaleEditorProps } from "../../../../../../lib/editor/rationale-editor.tsx"
import { ConflictPanel } from "../../../../../_ui/conflict-panel.tsx"
import { LazyPart, type LoadPart } from "../../../../../_ui/lazy-part.tsx"
import type { MergeField } from "../../../../../_ui/record-merge.ts"
import { mergeRationales } from "./merge-rationales.ts"
import type { Conflict, Said } from "./use-label.ts"

/** One's own annotation as two versions of it are compared; without a label where there is none. */
interface State {
  readonly label: Label | null
  readonly confidence: Confidence | null
  readonly said: Label | null
  readonly rationale: RationaleNode | null
}

interface Props {
  readonly conflict: Pick<Conflict, "base" | "stored" | "late">
  /** What happened, as a sentence. */
  readonly happened: string
  readonly citations: RationaleEditorProps["citations"]
  readonly busy: boolean
  readonly load: LoadPart<RationaleEditorProps>
  /** Hears what is to be saved; null when what is stored stays. */
  readonly settle: (said: Said | null) => void
}

const rationaleKind = {
  merge: (base: unknown, theirs: unknown, mine: unknown) =>
    mergeRationales(...([base, theirs, mine] as [RationaleNode | null, RationaleNode | null, RationaleNode | null])),
}

const fields: readonly MergeField<State>[] = [
  { path: "label", label: "Label", say: ({ label }) => label ?? "withdrawn" },
  { path: "confidence", label: "Confidence", say: ({ confidence }) => confidence ?? "" },
  { path: "said", label: "Whether it was said", say: ({ said }) => said ?? "not judged" },
  {
    path: "rationale",
    label: "Reason",
    say: ({ rationale }) => (rationale ? rationaleText(rationale) : ""),
    kind: rationaleKind,
  },
]

/** Two states of one's own annotation, for choosing between them or putting both in one. */
export function LabelConflict({ conflict, happened, citations, busy, load, settle }: Props) {
  const { base, stored, late } = conflict
  const [before, theirs] = useMemo(() => [stateOf(base), stateOf(stored)] as const, [base, stored])
  const mine = useMemo(() => stateOf(late), [late])
  return (
    <div className="mt-3">
      <ConflictPanel
        key={stored?.id ?? "none"}
        fields={fields}
        base={before}
        theirs={theirs}
        mine={mine}
        happened={happened}
        theirsTitle="Stored"
        busy={busy}
        onSettle={words =>
          settle({
            label: words.label ?? late.label,
            confidence: words.confidence ?? late.confidence,
            rationale: words.rationale ?? late.rationale,
            said: words.said,
          })
        }
        onTheirs={() => settle(null)}
        editors={{
          rationale: (value, onChange) => (
            <LazyPart
              load={load}
              props={{ start: value as RationaleNode, citations, onChange, onSave: () => {} }}
              meanwhile={<p className="text-soft">Opening the editor …</p>}
            />
          ),
        }}
      />
    </div>
  )
}

const stateOf = (said: Said | null): State => ({
  label: said?.label ?? null,
  confidence: said?.confidence ?? null,
  said: said?.said ?? null,
  rationale: said && rationaleText(said.rationale) !== "" ? said.rationale : null,
})
