"use client"
import type { Room } from "../../../../../../lib/queries/reading-room.ts"

const tones = {
  documented: "fill-documented",
  disputed: "fill-disputed",
  speculative: "fill-speculative",
  contested: "fill-contested",
  open: "fill-open",
} as const

interface Props {
  readonly units: Room["units"]
  readonly currentId: string | null
  /** Claims that others have before them. */
  readonly others: ReadonlySet<string>
  readonly onPick: (id: string) => void
}

/** The whole document as a column of bars, one a claim; many claims share a bar, which shows the worst of them. */
export function Strip({ units, currentId, others, onPick }: Props) {
  const claims = units.filter(unit => unit.kind === "claim")
  if (claims.length === 0) return null
  const bars = Math.min(claims.length, 240)
  const rows = Array.from({ length: bars }, (_, bar) =>
    claims.slice(Math.floor((bar * claims.length) / bars), Math.floor(((bar + 1) * claims.length) / bars)),
  )
  const here = rows.findIndex(row => row.some(unit => unit.id === currentId))
  const height = 1000 / bars
  return (
    <button
      type="button"
      tabIndex={-1}
      className="block h-full w-full"
      aria-label={`Overview: ${claims.filter(unit => unit.state === "vetted").length} of ${claims.length} claims vetted, ${claims.filter(unit => unit.state === "contested").length} contested`}
      onClick={event => {
        const { top, height: tall } = event.currentTarget.getBoundingClientRect()
        const at = Math.min(claims.length - 1, Math.floor(((event.clientY - top) / tall) * claims.length))
        onPick(claims[at]!.id)
      }}
    >
      <svg viewBox="0 0 14 1000" preserveAspectRatio="none" className="size-full" aria-hidden="true">
        {rows.map((row, bar) => (
          <rect
            key={row[0]!.id}
            x={bar === here ? 0 : 3}
            width={bar === here ? 14 : 8}
            y={bar * height}
            height={height * 0.82}
            className={tones[worst(row)]}
          />
        ))}
        {rows.map(
          (row, bar) =>
            row.some(unit => others.has(unit.id)) && (
              <rect
                key={row[0]!.id}
                x={0}
                width={3}
                y={bar * height - 3}
                height={height * 0.82 + 6}
                className="fill-accent"
              />
            ),
        )}
      </svg>
    </button>
  )
}

function worst(row: Room["units"]): keyof typeof tones {
  if (row.some(unit => unit.state === "contested" || unit.state === "blocked")) return "contested"
  if (row.some(unit => unit.verdict === "disputed")) return "disputed"
  if (row.some(unit => unit.verdict === "speculative")) return "speculative"
  return row.every(unit => unit.verdict === "documented") ? "documented" : "open"
}
