import type { ReactNode } from "react"
import { classNames } from "./class-names.ts"

/** The colour families of chips, marks and bars. What they say must also stand in words or in a sign. */
export type Tone = "plain" | "documented" | "disputed" | "speculative" | "contested" | "danger"

const tones: Record<Tone, string> = {
  plain: "bg-wash text-soft",
  documented: "bg-documented-wash text-documented",
  disputed: "bg-disputed-wash text-disputed",
  speculative: "bg-speculative-wash text-speculative",
  contested: "bg-contested-wash text-contested",
  danger: "bg-danger-wash text-danger",
}

/** A few words set apart from the text around them. Words in <b> stand out in it. */
export function Chip({ tone = "plain", children }: { tone?: Tone; children: ReactNode }) {
  return (
    <span
      className={classNames(
        "inline-block rounded-full px-2.5 py-0.5 text-sm [&_b]:font-semibold [&_b]:text-ink forced-colors:border",
        tones[tone],
      )}
    >
      {children}
    </span>
  )
}
