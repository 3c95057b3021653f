"use client"
import { useState } from "react"
import type { MarkingsReading } from "../../../../../../../lib/queries/read-pre-annotations.ts"
import { ChooseFiles, type ChosenFile } from "./choose-files.tsx"
import { ReadingChoice } from "./reading-choice.tsx"
import { useReadFiles } from "./use-read-files.ts"

interface Props {
  readonly documentId: string
  readonly room: string
}

/** A reading with the files that it is of. */
export interface ReadFiles {
  readonly files: readonly ChosenFile[]
  readonly reading: MarkingsReading
}

/** First the files, then the choice of what was read of them. */
export function BringIn({ documentId, room }: Props) {
  const [read, setRead] = useState<ReadFiles | null>(null)
  const reader = useReadFiles(documentId, (files, reading) => setRead({ files, reading }))
  if (!read) return <ChooseFiles reader={reader} />
  return (
    <ReadingChoice
      key={reader.readings}
      documentId={documentId}
      room={room}
      read={read}
      reader={reader}
      onBack={() => setRead(null)}
    />
  )
}
