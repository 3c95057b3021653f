import type { Span } from "../../../lib/domain/unit.ts"

interface Props {
  readonly text: string
  readonly unit: Span
  /** What is to be marked; may overlap. */
  readonly spans: readonly Span[]
}

/** A unit's words with some of them marked. */
export function Marked({ text, unit, spans }: Props) {
  const edges = [unit.start, unit.end, ...spans.flatMap(({ start, end }) => [start, end])]
  const cuts = [...new Set(edges)].filter(at => at >= unit.start && at <= unit.end).sort((a, b) => a - b)
  return cuts.slice(0, -1).map((start, at) => {
    const end = cuts[at + 1]!
    const words = text.slice(start, end)
    return spans.some(span => span.start <= start && span.end >= end) ? (
      <mark
        key={start}
        className="rounded-sm bg-accent-wash text-ink underline decoration-accent decoration-2 underline-offset-4"
      >
        {words}
      </mark>
    ) : (
      words
    )
  })
}
