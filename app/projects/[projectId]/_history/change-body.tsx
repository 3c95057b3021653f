"use client"
import { useCallback, useEffect, useState } from "react"
import type { BeforeAfter } from "../../../../lib/queries/before-after.ts"
import type { Happening } from "../../../../lib/queries/happenings.ts"
import { type ApiResult, api } from "../../../_ui/api.ts"
import { Button } from "../../../_ui/button.tsx"
import { listAddress } from "../_components/list-address.ts"
import { ChangeFields } from "./change-fields.tsx"
import { RestorePart } from "./restore-part.tsx"

interface Props {
  readonly projectId: string
  readonly happening: Pick<Happening, "streamId" | "revision" | "documentId">
  readonly claim?: string
}

/** What a change changed, asked for when somebody opens it, and what of it can be brought back. */
export function ChangeBody({ projectId, happening, claim }: Props) {
  const { streamId, revision } = happening
  const [answer, setAnswer] = useState<ApiResult<BeforeAfter> | null>(null)
  const ask = useCallback(async () => {
    const path = listAddress(`/projects/${projectId}/changes/${streamId}/${revision}`, { claim })
    const told = await api.get<BeforeAfter>(path)
    setAnswer(told)
    return told
  }, [projectId, streamId, revision, claim])
  useEffect(() => void ask(), [ask])
  if (!answer)
    return (
      <p role="status" className="py-2 pl-4 text-soft">
        Reading the change …
      </p>
    )
  if (!answer.ok)
    return (
      <div role="alert" className="grid justify-items-start gap-2 py-2 pl-4">
        <p className="text-danger">{answer.failure.sentence}</p>
        <Button size="small" onClick={() => void ask()}>
          Try again
        </Button>
      </div>
    )
  const { details, restorations } = answer.value
  const documentId = streamId === projectId ? null : streamId
  return (
    <div className="my-3 grid gap-4 border-l-2 border-rule pl-4">
      <ChangeFields details={details} />
      <RestorePart projectId={projectId} documentId={documentId} restorations={restorations} again={ask} />
    </div>
  )
}
