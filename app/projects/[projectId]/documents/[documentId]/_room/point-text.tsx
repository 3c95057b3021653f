import type { Span } from "../../../../../../lib/domain/unit.ts"

interface Props {
  readonly text: string
  readonly span: Span
  /** Where words begin, and where the text can be cut. */
  readonly points: readonly number[]
  /** Where it is parted as it stands. */
  readonly boundaries: readonly number[]
  /** The point that is chosen, and where the passage ends that would begin there. */
  readonly at: number
  readonly to: number
  readonly onChoose: (at: number) => void
}

/** The text around a cut, word by word; what would begin at the point is washed, and each boundary there is shows. */
export function PointText({ text, span, points, boundaries, at, to, onChoose }: Props) {
  const starts = [...new Set([span.start, ...points, ...boundaries])].sort((a, b) => a - b)
  return (
    <p className="font-text text-lg">
      {starts.map((from, index) => (
        <span key={from}>
          {boundaries.includes(from) && (
            <>
              <span aria-hidden className="px-0.5 font-semibold text-danger">
                ‖
              </span>
              <span className="sr-only"> (parted here now) </span>
            </>
          )}
          {from === at && <span className="sr-only"> (your point) </span>}
          <button
            type="button"
            tabIndex={-1}
            onClick={() => points.includes(from) && onChoose(from)}
            className={
              from === at
                ? "border-l-2 border-accent bg-accent-wash pl-1 text-left"
                : from > at && from < to
                  ? "bg-accent-wash text-left"
                  : "text-left"
            }
          >
            <span className="whitespace-pre-wrap">{text.slice(from, starts[index + 1] ?? span.end)}</span>
          </button>
        </span>
      ))}
    </p>
  )
}
