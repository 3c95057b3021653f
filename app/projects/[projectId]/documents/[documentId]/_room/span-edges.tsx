"use client"
import type { Span } from "../../../../../../lib/domain/unit.ts"
import { announce } from "../../../../../_ui/announce.ts"
import { Button } from "../../../../../_ui/button.tsx"

interface Props {
  readonly text: string
  readonly span: Span
  readonly onMove: (span: Span) => void
}

/** Moves the ends of a span word by word, also beyond the passage, so that no mouse is needed to mark one. */
export function SpanEdges({ text, span, onMove }: Props) {
  const moves = [
    { label: "Begin one word earlier", sign: "← start", to: { ...span, start: wordStartBefore(text, span.start) } },
    { label: "Begin one word later", sign: "start →", to: { ...span, start: wordStartAfter(text, span.start) } },
    { label: "End one word earlier", sign: "← end", to: { ...span, end: wordEndBefore(text, span.end) } },
    { label: "End one word later", sign: "end →", to: { ...span, end: wordEndAfter(text, span.end) } },
  ]
  return (
    <fieldset>
      <legend className="mb-1.5 font-semibold">What is flagged</legend>
      <blockquote className="max-h-40 overflow-auto border-l-2 border-rule pl-3 font-text break-words">
        {text.slice(span.start, span.end)}
      </blockquote>
      <p className="mt-2 flex flex-wrap gap-2">
        {moves.map(({ label, sign, to }) => (
          <Button
            key={label}
            size="small"
            aria-label={label}
            disabled={to.start >= to.end || (to.start === span.start && to.end === span.end)}
            onClick={() => {
              onMove(to)
              announce(text.slice(to.start, to.end))
            }}
          >
            {sign}
          </Button>
        ))}
      </p>
    </fieldset>
  )
}

const wordStartBefore = (text: string, at: number) => {
  const before = text.slice(Math.max(0, at - 400), at)
  return at - (before.match(/\S+\s*$/)?.[0].length ?? 0)
}
const wordStartAfter = (text: string, at: number) => at + (text.slice(at, at + 400).match(/^\S+\s+/)?.[0].length ?? 0)
const wordEndBefore = (text: string, at: number) => {
  const before = text.slice(Math.max(0, at - 400), at)
  return at - (before.match(/\s+\S+$/)?.[0].length ?? 0)
}
const wordEndAfter = (text: string, at: number) => at + (text.slice(at, at + 400).match(/^\s*\S+/)?.[0].length ?? 0)
