import type { ReactNode } from "react"

interface Props {
  /** What will be here: "No flags yet". */
  readonly title: ReactNode
  /** How to begin, in a sentence. */
  readonly children?: ReactNode
  readonly action?: ReactNode
}

/** What stands where a list has nothing in it. */
export function EmptyState({ title, children, action }: Props) {
  return (
    <div className="border-y border-rule px-4 py-10 text-center">
      <p className="font-text text-xl">{title}</p>
      {children && <div className="mx-auto mt-1.5 max-w-[32rem] text-soft">{children}</div>}
      {action && <div className="mt-5 flex justify-center gap-2">{action}</div>}
    </div>
  )
}
