import { useId } from "react"

interface Props {
  /** What is under way: "Splitting the text". */
  readonly label: string
  /** From 0 to 1; left out while nobody knows. */
  readonly share?: number | undefined
  /** How far it is, in words: "1,200 of 15,000 claims". */
  readonly detail?: string
}

/** How far something is that takes a while. */
export function Progress({ label, share, detail }: Props) {
  const id = useId()
  return (
    <div className="grid gap-1.5">
      <div className="flex justify-between gap-4">
        <label htmlFor={id}>{label}</label>
        <span className="figures text-soft">
          {detail ?? (share === undefined ? "" : `${Math.round(share * 100)} %`)}
        </span>
      </div>
      <progress id={id} max={1} {...(share !== undefined && { value: share })} className="progress" />
    </div>
  )
}
