import { runsText, type TextRun } from "../../../../../../lib/domain/text-run.ts"
import { CopyButton } from "../../../../../_ui/copy-button.tsx"
import { SetText } from "../../../_sources/set-text.tsx"

/** A citation as a short note, to be copied; nothing until it is set. */
export function SetNote({ runs }: { readonly runs: readonly TextRun[] | undefined }) {
  if (!runs || runs.length === 0) return null
  return (
    <p className="text-sm text-soft">
      In a note: <SetText runs={runs} /> <CopyButton text={runsText(runs)} label="Copy the note" kind="plain" />
    </p>
  )
}
