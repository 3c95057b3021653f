"use client"
import { useRouter } from "next/navigation"
import { useState } from "react"
import type { Restoration } from "../../../../lib/domain/restoration.ts"
import type { ApiFailure } from "../../../_ui/api.ts"
import { Button } from "../../../_ui/button.tsx"
import { ChangeLegend } from "../../../_ui/changed-text.tsx"
import { FormError } from "../../../_ui/form-error.tsx"
import { toast } from "../../../_ui/toast.ts"
import { ChangedPassages, FieldList } from "./change-fields.tsx"
import type { RestoreProps } from "./restore-part.tsx"
import { newRestoreIds, sendRestoration } from "./restore-request.ts"

interface Props extends Omit<RestoreProps, "restorations"> {
  readonly first: Restoration
  readonly name: string
  readonly close: () => void
}

/**
 * Shows what stands now and what will, and asks before it is brought back. When somebody changed it meanwhile nothing is
 * written: what they made of it is shown instead of what stood before, and the person is asked again.
 */
export function RestoreForm({ projectId, documentId, again, first, name, close }: Props) {
  const router = useRouter()
  const [shown, setShown] = useState<Restoration | null>(first)
  const [ids, setIds] = useState(newRestoreIds)
  const [failure, setFailure] = useState<ApiFailure | null>(null)
  const [busy, setBusy] = useState(false)
  const restore = async () => {
    if (!shown?.ask) return
    setBusy(true)
    const done = await sendRestoration(projectId, documentId, shown.ask, ids)
    if (done.ok) {
      toast({ text: "It is brought back, as a new change." })
      close()
      router.refresh()
      await again()
      return
    }
    setFailure(done.failure)
    if (done.failure.code === "conflict") {
      const told = await again()
      const same = ({ what, side }: Restoration) => what === first.what && side === first.side
      if (told.ok) setShown(told.value.restorations.find(same) ?? null)
      setIds(newRestoreIds())
    }
    setBusy(false)
  }
  return (
    <div className="grid gap-5">
      <FormError failure={failure} />
      {shown ? (
        <>
          <p className="text-soft">
            What stands now, with what would be <ChangeLegend />.
          </p>
          {shown.passages && <ChangedPassages {...shown.passages} />}
          <FieldList fields={shown.fields} />
          {shown.why && <p>{shown.why}</p>}
        </>
      ) : (
        <p>It stands like that already, or can’t be brought back any more. Close this and look at the newest change.</p>
      )}
      <div className="flex flex-wrap justify-end gap-2">
        <Button onClick={close}>{shown?.ask ? "Cancel" : "Close"}</Button>
        {shown?.ask && (
          <Button kind="primary" busy={busy} onClick={() => void restore()}>
            {failure?.code === "conflict" ? `${name} all the same` : name}
          </Button>
        )}
      </div>
    </div>
  )
}
