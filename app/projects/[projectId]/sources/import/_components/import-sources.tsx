"use client"
import { useState } from "react"
import type { ImportReading } from "../../../../../../lib/queries/read-import.ts"
import { RestoredNote } from "../../../../../_ui/restored-note.tsx"
import { useDraft } from "../../../../../_ui/use-draft.ts"
import { ImportChoice } from "./import-choice.tsx"
import { ImportText, type References } from "./import-text.tsx"

interface Props {
  readonly projectId: string
  /** Bytes of a file at most. */
  readonly limit: number
}

/** First the text or file, then the choice of what was read of it; both are still there when one goes back. */
export function ImportSources({ projectId, limit }: Props) {
  const [references, setReferences] = useState<References>({ text: "", file: null, encoding: "" })
  const [reading, setReading] = useState<ImportReading | null>(null)
  const [returned, setReturned] = useState(false)
  const draft = useDraft({
    place: `import:${projectId}`,
    read: () => (references.text ? { words: references.text } : null),
    onFound: ({ words }) => {
      setReferences({ text: String(words), file: null, encoding: "" })
      return true
    },
  })
  if (reading) {
    const back = () => {
      setReturned(true)
      setReading(null)
    }
    return <ImportChoice projectId={projectId} reading={reading} onBack={back} onImported={draft.drop} />
  }
  return (
    <>
      <RestoredNote
        at={draft.restoredAt}
        onDiscard={() => {
          setReferences({ text: "", file: null, encoding: "" })
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
