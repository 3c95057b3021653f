"use client"
import { useRouter } from "next/navigation"
import { useState } from "react"
import { type ApiFailure, api } from "../../../../_ui/api.ts"
import { Button } from "../../../../_ui/button.tsx"
import { FormError } from "../../../../_ui/form-error.tsx"
import { TextLink } from "../../../../_ui/text-link.tsx"
import { toast } from "../../../../_ui/toast.ts"
import { verdictsMoved } from "./verdicts-moved.ts"

interface Record {
  readonly id: string
  readonly line: string
}

interface Props {
  readonly projectId: string
  readonly sourceId: string
  readonly merged: readonly Record[]
  /** The record that this one was merged into. */
  readonly into: Record | null
  readonly mayMerge: boolean
}

/** The records that were merged into this one, or the one that it was merged into, with the way back. */
export function MergedRecords({ projectId, sourceId, merged, into, mayMerge }: Props) {
  if (into)
    return (
      <div className="grid justify-items-start gap-2 border-l-2 border-accent pl-4">
        <p className="wrap-anywhere">
          This record is merged into <TextLink href={`/projects/${projectId}/sources/${into.id}`}>{into.line}</TextLink>
          : its citations count there.
        </p>
        {mayMerge && <TakeOut projectId={projectId} record={{ id: sourceId, line: "this record" }} />}
      </div>
    )
  if (merged.length === 0) return null
  return (
    <section aria-labelledby="merged" className="grid gap-2">
      <h2 id="merged" className="text-xl">
        Merged into it
      </h2>
      <ul className="divide-y divide-rule">
        {merged.map(record => (
          <li key={record.id} className="flex flex-wrap items-baseline justify-between gap-3 py-2">
            <TextLink
              kind="quiet"
              className="font-text wrap-anywhere"
              href={`/projects/${projectId}/sources/${record.id}`}
            >
              {record.line}
            </TextLink>
            {mayMerge && <TakeOut projectId={projectId} record={record} />}
          </li>
        ))}
      </ul>
    </section>
  )
}

function TakeOut({ projectId, record }: { readonly projectId: string; readonly record: Record }) {
  const router = useRouter()
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<ApiFailure | null>(null)
  const takeOut = async () => {
    setBusy(true)
    const result = await api.post<{ verdictsChanged?: number }>(
      `/projects/${projectId}/sources/${record.id}/merge/withdraw`,
      { requestId: crypto.randomUUID() },
    )
    setBusy(false)
    if (!result.ok) return setFailure(result.failure)
    toast({ text: `The record stands by itself again. ${verdictsMoved(result.value.verdictsChanged ?? 0)}` })
    router.refresh()
  }
  return (
    <div>
      <Button
        size="small"
        kind="plain"
        busy={busy}
        aria-label={`Take it out again: ${record.line.slice(0, 80)}`}
        onClick={() => void takeOut()}
      >
        Take it out again
      </Button>
      <FormError failure={failure} />
    </div>
  )
}
