"use client"
import { useRouter } from "next/navigation"
import { useState } from "react"
import { Button } from "../../../../_ui/button.tsx"
import { Dialog } from "../../../../_ui/dialog.tsx"
import { toast } from "../../../../_ui/toast.ts"
import { DeriveForm } from "./derive-form.tsx"
import { verdictsMoved } from "./verdicts-moved.ts"

/** Opens the form that states what the source derives from. */
export function DeriveSource({ projectId, sourceId }: { projectId: string; sourceId: string }) {
  const router = useRouter()
  const [open, setOpen] = useState(false)
  const [dirty, setDirty] = useState(false)
  const close = () => {
    setOpen(false)
    setDirty(false)
  }
  return (
    <>
      <Button onClick={() => setOpen(true)}>It derives from …</Button>
      <Dialog open={open} onClose={close} title="What it derives from" width="narrow" dirty={dirty}>
        <DeriveForm
          projectId={projectId}
          sourceId={sourceId}
          onDirty={setDirty}
          onDone={changed => {
            close()
            toast({ text: `The lineage is stated. ${verdictsMoved(changed)}` })
            router.refresh()
          }}
        />
      </Dialog>
    </>
  )
}
