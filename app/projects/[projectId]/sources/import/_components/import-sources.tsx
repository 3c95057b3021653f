"use client"
import { useState } from "react"
import type { ImportReading } from "../../../../../../lib/queries/read-import.ts"
import { RestoredNote } from "../../../../../_ui/restored-note.tsx"
import { useDraft } from "../../../../../_ui/use-draft.ts"
import { type Given, isGiven, nothingGiven } from "./given.ts"
import { ImportChoice } from "./import-choice.tsx"
import { ImportText, type References } from "./import-text.tsx"

interface Props {
  readonly projectId: string
  /** Bytes of a file at most. */
  readonly limit: number
}

const nothing: References = { text: "", file: null, encoding: "" }

/**
 * First the text or file, then the choice of what was read of it. The text is still there when one goes back to mend it,
 * and so is what was given to its entries when they are read again.
 */
export function ImportSources({ projectId, limit }: Props) {
  const [references, setReferences] = useState(nothing)
  const [given, setGiven] = useState(nothingGiven)
  const [reading, setReading] = useState<ImportReading | null>(null)
  const [returned, setReturned] = useState(false)
  const draft = useDraft({
    place: `import:${projectId}`,
    // A file can't be kept; what was given to its entries is there again with it.
    read: () => (references.text || isGiven(given) ? { words: references.text, more: given } : null),
    onFound: ({ words, more }) => {
      setReferences({ ...nothing, text: String(words) })
      setGiven({ ...nothingGiven, ...(more as Partial<Given> | undefined) })
      return true
    },
  })
  if (reading) {
    const back = () => {
      setReturned(true)
      setReading(null)
    }
    return (
      <ImportChoice
        projectId={projectId}
        reading={reading}
        given={given}
        onGiven={next => {
          setGiven(next)
          draft.typed()
        }}
        onBack={back}
        onImported={draft.drop}
      />
    )
  }
  return (
    <>
      <RestoredNote
        at={draft.restoredAt}
        onDiscard={() => {
          setReferences(nothing)
          setGiven(nothingGiven)
          draft.drop()
        }}
      />
      <ImportText
        projectId={projectId}
        limit={limit}
        references={references}
        returned={returned}
        onReferences={next => {
          setReferences(next)
          draft.typed()
        }}
        onRead={setReading}
      />
    </>
  )
}
