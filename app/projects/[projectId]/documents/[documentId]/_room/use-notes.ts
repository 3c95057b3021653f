"use client"
import { useEffect, useState } from "react"
import type { TextRun } from "../../../../../../lib/domain/text-run.ts"
import type { Card } from "../../../../../../lib/queries/claim-card.ts"
import { api } from "../../../../../_ui/api.ts"

type Notes = Readonly<Record<string, readonly TextRun[]>>

/** The card's citations as short notes, by their ids. They come after the card, which does not wait for a style. */
export function useNotes(documentId: string, { unit, citations, shared }: Card): Notes {
  const [notes, setNotes] = useState<Notes>({})
  // Another place or source makes another note, and so does a citation that is new.
  const said = JSON.stringify(
    [...citations, ...shared].map(({ id, sourceId, locatorLabel, locator }) => [id, sourceId, locatorLabel, locator]),
  )
  useEffect(() => {
    const gone = new AbortController()
    if (said !== "[]")
      void api
        .get<{ notes: Notes }>(`/documents/${documentId}/claims/${unit.id}/notes`, { signal: gone.signal })
        .then(found => found.ok && setNotes(found.value.notes))
    return () => gone.abort()
  }, [documentId, unit.id, said])
  return notes
}
