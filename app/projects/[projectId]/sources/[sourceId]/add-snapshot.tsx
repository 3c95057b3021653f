"use client"
import { useRouter } from "next/navigation"
import { useState } from "react"
import { Button } from "../../../../_ui/button.tsx"
import { Dialog } from "../../../../_ui/dialog.tsx"
import { toast } from "../../../../_ui/toast.ts"
import { SnapshotForm } from "./snapshot-form.tsx"

/** Opens the form that keeps what the source says now. */
export function AddSnapshot({ projectId, sourceId }: { projectId: string; sourceId: string }) {
  const router = useRouter()
  const [open, setOpen] = useState(false)
  const [dirty, setDirty] = useState(false)
  const close = () => {
    setOpen(false)
    setDirty(false)
  }
  return (
    <>
      <Button onClick={() => setOpen(true)}>Add a snapshot</Button>
      <Dialog open={open} onClose={close} title="Add a snapshot" width="narrow" dirty={dirty}>
        <SnapshotForm
          projectId={projectId}
          sourceId={sourceId}
          onDirty={setDirty}
          onDone={() => {
            close()
            toast({ text: "The snapshot is kept." })
            router.refresh()
          }}
        />
      </Dialog>
    </>
  )
}
