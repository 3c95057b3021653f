"use client"
import type { Span } from "../../../../../../lib/domain/unit.ts"
import { movedEdge } from "../../../../../../lib/domain/word-edges.ts"
import { announce } from "../../../../../_ui/announce.ts"
import { Button } from "../../../../../_ui/button.tsx"

interface Props {
  readonly text: string
  readonly span: Span
  readonly onMove: (span: Span) => void
}

const moves = [
  { move: "start-earlier", label: "Begin one word earlier", sign: "← start" },
  { move: "start-later", label: "Begin one word later", sign: "start →" },
  { move: "end-earlier", label: "End one word earlier", sign: "← end" },
  { move: "end-later", label: "End one word later", sign: "end →" },
] as const

/** Moves the ends of a span word by word, also beyond the passage, so that no mouse is needed to mark one. */
export function SpanEdges({ text, span, onMove }: Props) {
  return (
    <fieldset>
      <legend className="mb-1.5 font-semibold">What is flagged</legend>
      <blockquote className="max-h-40 overflow-auto border-l-2 border-rule pl-3 font-text break-words">
        {text.slice(span.start, span.end)}
      </blockquote>
      <p className="mt-2 flex flex-wrap gap-2">
        {moves.map(({ move, label, sign }) => {
          const to = movedEdge(text, span, move)
          return (
            <Button
              key={move}
              size="small"
              aria-label={label}
              disabled={to === null}
              onClick={() => {
                if (!to) return
                onMove(to)
                announce(text.slice(to.start, to.end))
              }}
            >
              {sign}
            </Button>
          )
        })}
      </p>
    </fieldset>
  )
}
