"use client"
import { useState } from "react"
import type { OffsetUnit } from "../../../../../../../lib/formats/marked-file.ts"
import type { MarkingsReading } from "../../../../../../../lib/queries/read-pre-annotations.ts"
import { type ApiFailure, api, type Way } from "../../../../../../_ui/api.ts"
import type { ChosenFile } from "./choose-files.tsx"

/** How files are to be read: what their positions count and which of their texts is meant; null to find out. */
export interface HowRead {
  readonly counted: OffsetUnit | null
  readonly of: string | null
}

/** Has files read by the server, as often as the person changes how. */
export function useReadFiles(
  documentId: string,
  onRead: (files: readonly ChosenFile[], reading: MarkingsReading) => void,
) {
  const [way, setWay] = useState<Way | null>(null)
  const [failure, setFailure] = useState<ApiFailure | null>(null)
  const [how, setHow] = useState<HowRead>({ counted: null, of: null })
  const [readings, setReadings] = useState(0)
  const read = async (files: readonly ChosenFile[], wanted: HowRead = { counted: null, of: null }) => {
    if (way) return
    setFailure(null)
    setWay({ sent: 0, done: 0 })
    const result = await api.upload<MarkingsReading>(
      `/documents/${documentId}/pre-annotations/read`,
      { files, ...wanted },
      setWay,
    )
    setWay(null)
    if (!result.ok) return setFailure(result.failure)
    setHow(wanted)
    setReadings(count => count + 1)
    onRead(files, result.value)
  }
  return { read, way, failure, setFailure, how, readings }
}

export type FileReader = ReturnType<typeof useReadFiles>
