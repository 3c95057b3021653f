"use client"
import { useRouter } from "next/navigation"
import { useState } from "react"
import { Button } from "../../../_ui/button.tsx"
import { toast } from "../../../_ui/toast.ts"
import { SourceDialog } from "../_sources/source-dialog.tsx"

/** Adds a source to the bibliography without leaving the list. */
export function AddSource({ projectId }: { projectId: string }) {
  const router = useRouter()
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button kind="primary" onClick={() => setOpen(true)}>
        Add a source
      </Button>
      <SourceDialog
        projectId={projectId}
        title="Add a source"
        open={open}
        onClose={() => setOpen(false)}
        onDone={({ id }) => {
          setOpen(false)
          toast({
            text: "The source is in the bibliography.",
            action: { label: "Open it", onPress: () => router.push(`/projects/${projectId}/sources/${id}`) },
          })
          router.refresh()
        }}
      />
    </>
  )
}
