"use client"
import { useRouter } from "next/navigation"
import { useState } from "react"
import { type ApiFailure, api } from "../../../../_ui/api.ts"
import { Button } from "../../../../_ui/button.tsx"
import { ConfirmDialog } from "../../../../_ui/confirm-dialog.tsx"
import { FormError } from "../../../../_ui/form-error.tsx"
import { toast } from "../../../../_ui/toast.ts"

interface Props {
  readonly projectId: string
  readonly sourceId: string
  readonly version: number
  /** Citations that stand, and all there ever were. */
  readonly cited: number
  readonly ever: number
  readonly discussed: boolean
  /** How many snapshots of it are kept. */
  readonly snapshots: number
}

/** Deletes a source that nothing ever cited; of another one it says why it has to stay. */
export function DeleteSource({ projectId, sourceId, version, cited, ever, discussed, snapshots }: Props) {
  const router = useRouter()
  const [asking, setAsking] = useState(false)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<ApiFailure | null>(null)
  if (discussed && ever === 0)
    return (
      <p className="border-t border-rule pt-4 text-sm text-soft">
        People discussed this source, so it stays: deleting it would take their words away.
      </p>
    )
  if (ever > 0) return <p className="border-t border-rule pt-4 text-sm text-soft">{whyItStays(cited)}</p>

  const close = () => {
    setAsking(false)
    setFailure(null)
  }
  const confirm = async () => {
    setBusy(true)
    const result = await api.post(`/projects/${projectId}/sources/${sourceId}/delete`, {
      requestId: crypto.randomUUID(),
      version,
      snapshots,
    })
    setBusy(false)
    if (!result.ok) {
      setFailure(result.failure)
      if (["conflict", "source-cited", "source-snapshots"].includes(result.failure.code)) router.refresh()
      return
    }
    close()
    toast({ text: "The source is deleted. Its record stays in the activity." })
    router.replace(`/projects/${projectId}/sources`)
    router.refresh()
  }
  return (
    <div className="border-t border-rule pt-4">
      <Button kind="danger" onClick={() => setAsking(true)}>
        Delete the source
      </Button>
      <ConfirmDialog
        open={asking}
        onClose={close}
        title="Delete this source?"
        text={`No claim cites it. Its record stays in the project’s activity, but it can’t be brought back from there.${withSnapshots(snapshots)}`}
        confirmLabel="Delete it"
        danger
        busy={busy}
        onConfirm={confirm}
      >
        {failure && (
          <div className="mt-4">
            <FormError
              failure={
                failure.code === "conflict"
                  ? { sentence: "Somebody changed this source in the meantime. Read it again before you delete it." }
                  : failure
              }
            />
          </div>
        )}
      </ConfirmDialog>
    </div>
  )
}

const withSnapshots = (count: number) =>
  count === 0 ? "" : ` ${count === 1 ? "The snapshot" : `The ${count} snapshots`} of it will be deleted too.`

const whyItStays = (cited: number) =>
  cited > 0
    ? `This source can’t be deleted: ${cited === 1 ? "a citation names" : `${cited} citations name`} it, and so does the history of its claims.`
    : "This source can’t be deleted: it was cited before, and the history of those claims names it."
