"use client"
import { type Restoration, restoreWords } from "../../../../lib/domain/restoration.ts"
import type { BeforeAfter } from "../../../../lib/queries/before-after.ts"
import type { ApiResult } from "../../../_ui/api.ts"
import { FormDialog } from "../../../_ui/form-dialog.tsx"
import { RestoreForm } from "./restore-form.tsx"

export interface RestoreProps {
  readonly projectId: string
  readonly documentId: string | null
  readonly restorations: readonly Restoration[]
  /** Reads the change, and what can be brought back of it, again. */
  readonly again: () => Promise<ApiResult<BeforeAfter>>
}

const sideWords = { before: "as before this change", after: "as after this change" } as const
/** Of these there is one state only that they can be brought back to. */
const single: ReadonlySet<Restoration["what"]> = new Set(["withdrawn-citation", "withdrawn-flag", "passages"])

/** What one does to bring something back: its name, with the side of the change that is meant. */
const nameOf = ({ what, side }: Restoration) =>
  single.has(what) ? restoreWords[what] : `${restoreWords[what]}, ${sideWords[side]}`

/** Offers what can be brought back of a change, and says why something can't. */
export function RestorePart({ restorations, ...rest }: RestoreProps) {
  if (restorations.length === 0) return null
  const why = [...new Set(restorations.flatMap(one => one.why ?? []))]
  const offered = restorations.filter(({ ask }) => ask !== null)
  return (
    <div className="flex flex-wrap items-center gap-2">
      {offered.map(one => {
        const name = nameOf(one)
        return (
          <FormDialog
            key={`${one.what} ${one.side}`}
            button={{ size: "small", children: `${name} …` }}
            title={name}
            description="This is a new change. What was said meanwhile stays in the history."
            width="wide"
          >
            {({ close }) => <RestoreForm {...rest} first={one} name={name} close={close} />}
          </FormDialog>
        )
      })}
      {why.map(sentence => (
        <p key={sentence} className="basis-full text-sm text-soft">
          {sentence}
        </p>
      ))}
    </div>
  )
}
