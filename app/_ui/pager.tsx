import { ButtonLink } from "./button-link.tsx"

interface Props {
  /** What is counted, in the plural: "claims". */
  readonly noun: string
  /** The first and the last row in sight, counted from 1, and all there are. */
  readonly from: number
  readonly to: number
  readonly total: number
  readonly previous?: string | undefined
  readonly next?: string | undefined
}

const counted = new Intl.NumberFormat("en-GB")

/** Where one is in a long list, with links to the pages beside it. */
export function Pager({ noun, from, to, total, previous, next }: Props) {
  return (
    <nav aria-label={`Pages of ${noun}`} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-3">
      <p className="figures text-soft">
        {total === 0
          ? `No ${noun}`
          : `${counted.format(from)}–${counted.format(to)} of ${counted.format(total)} ${noun}`}
      </p>
      <div className="flex gap-2">
        {previous && (
          <ButtonLink href={previous} rel="prev" size="small">
            Previous
          </ButtonLink>
        )}
        {next && (
          <ButtonLink href={next} rel="next" size="small">
            Next
          </ButtonLink>
        )}
      </div>
    </nav>
  )
}
