"use client"
import { useState } from "react"
import { uuidv7 } from "uuidv7"
import { Button } from "../../../../_ui/button.tsx"
import { ConfirmDialog } from "../../../../_ui/confirm-dialog.tsx"
import { FormError } from "../../../../_ui/form-error.tsx"
import { RadioGroup } from "../../../../_ui/radio-group.tsx"
import { toast } from "../../../../_ui/toast.ts"
import { useAct } from "./use-act.ts"

const choices = [
  { value: "send", label: "Send it now", detail: "Everything since the pause, however long ago that was." },
  { value: "skip", label: "Leave it out", detail: "Only what happens from now on." },
]

/** Resumes a webhook, after asking what is to become of what happened meanwhile. */
export function ResumeButton({ path }: { path: string }) {
  const { act, busy, failure, forget } = useAct(path)
  const [asking, setAsking] = useState(false)
  const [missed, setMissed] = useState("send")
  const close = () => {
    setAsking(false)
    forget()
  }
  const resume = async () => {
    if (!(await act("/resume", { requestId: uuidv7(), missed }))) return
    close()
    toast({ text: "The webhook is told again." })
  }
  return (
    <>
      <Button kind="primary" onClick={() => setAsking(true)}>
        Resume
      </Button>
      <ConfirmDialog
        open={asking}
        onClose={close}
        title="Resume this webhook?"
        text="Messages that wait are sent in either case."
        confirmLabel="Resume"
        busy={busy}
        onConfirm={resume}
      >
        <div className="mt-4 grid gap-3">
          <FormError failure={failure} />
          <RadioGroup
            legend="What happened meanwhile"
            choices={choices}
            value={missed}
            onChange={event => setMissed(event.target.value)}
          />
        </div>
      </ConfirmDialog>
    </>
  )
}
