"use client"
import { useState } from "react"
import type { ImportReading } from "../../../../../../lib/queries/read-import.ts"
import { ImportChoice } from "./import-choice.tsx"
import { ImportText } from "./import-text.tsx"

/** First the text, then the choice of what was read of it; the text is still there when one goes back. */
export function ImportSources({ projectId }: { projectId: string }) {
  const [text, setText] = useState("")
  const [reading, setReading] = useState<ImportReading | null>(null)
  return reading ? (
    <ImportChoice projectId={projectId} reading={reading} onBack={() => setReading(null)} />
  ) : (
    <ImportText projectId={projectId} text={text} onText={setText} onRead={setReading} />
  )
}
