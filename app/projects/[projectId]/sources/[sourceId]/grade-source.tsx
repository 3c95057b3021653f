"use client"
import { useRouter } from "next/navigation"
import type { SourcePage } from "../../../../../lib/queries/source.ts"
import { FormDialog } from "../../../../_ui/form-dialog.tsx"
import { toast } from "../../../../_ui/toast.ts"
import { GradeForm } from "./grade-form.tsx"
import { verdictsMoved } from "./verdicts-moved.ts"

interface Props {
  readonly projectId: string
  readonly sourceId: string
  readonly now: SourcePage["gradings"][number] | null
}

/** Opens the form that grades the source. */
export function GradeSource({ projectId, sourceId, now }: Props) {
  const router = useRouter()
  return (
    <FormDialog
      button={{ children: now ? "Grade it again" : "Grade it" }}
      title="Grade the source"
      width="narrow"
      onClosed={() => router.refresh()}
    >
      {({ close, onTyped }) => (
        <GradeForm
          projectId={projectId}
          sourceId={sourceId}
          now={now}
          onTyped={onTyped}
          onClose={close}
          onDone={changed => {
            close()
            toast({ text: `The source is graded. ${verdictsMoved(changed)}` })
          }}
        />
      )}
    </FormDialog>
  )
}
