"use client"
import { useRouter } from "next/navigation"
import { FormDialog } from "../../../../_ui/form-dialog.tsx"
import { toast } from "../../../../_ui/toast.ts"
import { DeriveForm } from "./derive-form.tsx"
import { verdictsMoved } from "./verdicts-moved.ts"

/** Opens the form that states what the source derives from. */
export function DeriveSource({ projectId, sourceId }: { projectId: string; sourceId: string }) {
  const router = useRouter()
  return (
    <FormDialog button={{ children: "It derives from …" }} title="What it derives from" width="narrow">
      {({ close, onTyped }) => (
        <DeriveForm
          projectId={projectId}
          sourceId={sourceId}
          onTyped={onTyped}
          onDone={changed => {
            close()
            toast({ text: `The lineage is stated. ${verdictsMoved(changed)}` })
            router.refresh()
          }}
        />
      )}
    </FormDialog>
  )
}
