"use client"
import { useState } from "react"
import type { ImportReading } from "../../../../../../lib/queries/read-import.ts"
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
  if (reading) {
    const back = () => {
      setReturned(true)
      setReading(null)
    }
    return <ImportChoice projectId={projectId} reading={reading} onBack={back} />
  }
  return (
    <ImportText
      projectId={projectId}
      limit={limit}
      references={references}
      returned={returned}
      onReferences={setReferences}
      onRead={setReading}
    />
  )
}
