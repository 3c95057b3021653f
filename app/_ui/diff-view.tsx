import { type ReactNode, useId } from "react"
import { type DiffPart, textDiff } from "./text-diff.ts"

interface Side {
  readonly title: ReactNode
  readonly text: string
  /** What can be done with this side, a button to keep it for example. */
  readonly action?: ReactNode
}

/** Two texts side by side with what differs marked, for choosing between them. */
export function DiffView({ left, right }: { left: Side; right: Side }) {
  const parts = textDiff(left.text, right.text)
  return (
    <div className="grid gap-6 sm:grid-cols-2 sm:gap-0 sm:divide-x sm:divide-rule">
      <Column side={left} parts={parts.left} />
      <Column side={right} parts={parts.right} />
    </div>
  )
}

function Column({ side, parts }: { side: Side; parts: readonly DiffPart[] }) {
  const id = useId()
  let at = 0
  return (
    <section aria-labelledby={id} className="flex flex-col gap-2 sm:first:pr-6 sm:last:pl-6">
      <p id={id} className="label-caps">
        {side.title}
      </p>
      <p className="font-text text-lg whitespace-pre-wrap">
        {parts.map(part => {
          const key = at
          at += part.text.length
          return part.same ? (
            part.text
          ) : (
            <mark
              key={key}
              className="rounded-sm bg-accent-wash text-ink underline decoration-accent decoration-2 underline-offset-3"
            >
              {part.text}
            </mark>
          )
        })}
        {side.text === "" && <span className="text-soft">Nothing.</span>}
      </p>
      {side.action && <div className="mt-auto pt-2">{side.action}</div>}
    </section>
  )
}
