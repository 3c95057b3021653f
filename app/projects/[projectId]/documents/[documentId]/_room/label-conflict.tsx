"use client"
import { rationaleText } from "../../../../../../lib/domain/rationale.ts"
import { Button } from "../../../../../_ui/button.tsx"
import { DiffView } from "../../../../../_ui/diff-view.tsx"
import type { Conflict, LabelActions, Said } from "./use-label.ts"

/** Two states of one's own annotation side by side, for choosing between them. */
export function LabelConflict({ conflict, settle }: { conflict: Conflict; settle: LabelActions["settle"] }) {
  return (
    <div role="alert" className="mt-3 grid gap-3 border-l-3 border-accent bg-wash px-4 py-3">
      <p className="font-semibold">
        You saved this claim elsewhere in the meantime. Compare both and choose; neither is lost.
      </p>
      <DiffView
        left={{
          title: "Stored",
          text: conflict.stored ? wordsOf(conflict.stored) : "Withdrawn.",
          action: (
            <Button size="small" onClick={() => settle("stored")}>
              Keep the stored one
            </Button>
          ),
        }}
        right={{
          title: "Yours now",
          text: wordsOf(conflict.late),
          action: (
            <Button size="small" onClick={() => settle("late")}>
              Save this one
            </Button>
          ),
        }}
      />
    </div>
  )
}

const wordsOf = ({ label, confidence, rationale }: Said) =>
  [`${label}, ${confidence} confidence`, rationaleText(rationale)].filter(Boolean).join("\n")
