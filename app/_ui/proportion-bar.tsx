import type { Tone } from "./chip.tsx"

interface Props {
  /** What the bar says, in words: "41 of 96 claims vetted". */
  readonly label: string
  readonly total: number
  readonly parts: readonly { readonly count: number; readonly tone: Tone }[]
}

const fills: Record<Tone, string> = {
  plain: "fill-open",
  documented: "fill-documented",
  disputed: "fill-disputed",
  speculative: "fill-speculative",
  contested: "fill-contested",
  danger: "fill-danger",
}

/** How a whole is divided, as a thin bar; what is left of the total stays empty. */
export function ProportionBar({ label, total, parts }: Props) {
  let from = 0
  return (
    <svg
      role="img"
      aria-label={label}
      className="block h-1.5 w-full overflow-hidden rounded-full bg-wash forced-colors:border"
    >
      {parts.map(({ count, tone }) => {
        const x = from
        const width = total > 0 ? (100 * count) / total : 0
        from += width
        return <rect key={tone} x={`${x}%`} width={`${width}%`} height="100%" className={fills[tone]} />
      })}
    </svg>
  )
}
