"use client"
import { useRouter } from "next/navigation"
import { useState } from "react"
import type { SourcePage } from "../../../../../lib/queries/source.ts"
import { Button } from "../../../../_ui/button.tsx"
import { Dialog } from "../../../../_ui/dialog.tsx"
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
  const [open, setOpen] = useState(false)
  const [dirty, setDirty] = useState(false)
  const close = () => {
    setOpen(false)
    setDirty(false)
  }
  return (
    <>
      <Button onClick={() => setOpen(true)}>{now ? "Grade it again" : "Grade it"}</Button>
      <Dialog open={open} onClose={close} title="Grade the source" width="narrow" dirty={dirty}>
        <GradeForm
          projectId={projectId}
          sourceId={sourceId}
          now={now}
          onDirty={setDirty}
          onClose={() => {
            close()
            router.refresh()
          }}
          onDone={changed => {
            close()
            toast({ text: `The source is graded. ${verdictsMoved(changed)}` })
            router.refresh()
          }}
        />
      </Dialog>
    </>
  )
}
