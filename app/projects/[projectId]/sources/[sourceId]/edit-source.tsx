"use client"
import { useRouter } from "next/navigation"
import { useState } from "react"
import { Button } from "../../../../_ui/button.tsx"
import { toast } from "../../../../_ui/toast.ts"
import { SourceDialog } from "../../_sources/source-dialog.tsx"
import type { SourceStart } from "../../_sources/source-form.tsx"

/** Corrects a source's record. */
export function EditSource({ projectId, source }: { projectId: string; source: SourceStart }) {
  const router = useRouter()
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button onClick={() => setOpen(true)}>Edit the record</Button>
      <SourceDialog
        projectId={projectId}
        initial={source}
        title="Edit the source"
        open={open}
        onClose={() => {
          setOpen(false)
          router.refresh()
        }}
        onDone={() => {
          setOpen(false)
          toast({ text: "The source is saved." })
          router.refresh()
        }}
      />
    </>
  )
}
