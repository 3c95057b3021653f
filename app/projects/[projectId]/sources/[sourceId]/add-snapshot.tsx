"use client"
import { useRouter } from "next/navigation"
import { FormDialog } from "../../../../_ui/form-dialog.tsx"
import { toast } from "../../../../_ui/toast.ts"
import { SnapshotForm } from "./snapshot-form.tsx"

/** Opens the form that keeps what the source says now. */
export function AddSnapshot({ projectId, sourceId }: { projectId: string; sourceId: string }) {
  const router = useRouter()
  return (
    <FormDialog button={{ children: "Add a snapshot" }} title="Add a snapshot" width="narrow">
      {({ close, onTyped }) => (
        <SnapshotForm
          projectId={projectId}
          sourceId={sourceId}
          onTyped={onTyped}
          onDone={() => {
            close()
            toast({ text: "The snapshot is kept." })
            router.refresh()
          }}
        />
      )}
    </FormDialog>
  )
}
