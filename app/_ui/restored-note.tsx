import { Button } from "./button.tsx"
import { Time } from "./time.tsx"

interface Props {
  /** When it had been typed, in milliseconds; nothing is shown for null. */
  readonly at: number | null
  readonly onDiscard: () => void
}

/** Says quietly that words are back which were typed before and not saved. */
export function RestoredNote({ at, onDiscard }: Props) {
  return (
    <div role="status" className="empty:hidden">
      {at !== null && (
        <p className="flex flex-wrap items-baseline gap-x-3 gap-y-1 border-l-3 border-line pl-3 text-sm text-soft">
          <span>
            Restored what you typed on <Time at={new Date(at)} precision="minute" /> and did not save.
          </span>
          <Button size="small" kind="plain" onClick={onDiscard}>
            Discard it
          </Button>
        </p>
      )}
    </div>
  )
}
