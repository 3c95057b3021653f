"use client"
import { useRouter } from "next/navigation"
import { useState } from "react"
import { Button } from "../../../../_ui/button.tsx"
import { Dialog } from "../../../../_ui/dialog.tsx"
import { toast } from "../../../../_ui/toast.ts"
import { AnswerForm } from "./answer-form.tsx"
import type { ListedFlag } from "./flag-item.tsx"

/** Opens the dialog in which a flag is answered. */
export function AnswerFlag({ flag }: { flag: ListedFlag }) {
  const router = useRouter()
  const [open, setOpen] = useState(false)
  const [dirty, setDirty] = useState(false)
  const close = () => {
    setOpen(false)
    setDirty(false)
  }
  return (
    <>
      <Button size="small" aria-label={`Answer the flag on “${flag.quote.slice(0, 60)}”`} onClick={() => setOpen(true)}>
        Answer
      </Button>
      <Dialog open={open} onClose={close} title="Answer the flag" dirty={dirty}>
        <AnswerForm
          flag={flag}
          onTyped={setDirty}
          onLeave={() => {
            close()
            router.refresh()
          }}
          onDone={() => {
            close()
            toast({ text: "The flag is answered." })
            router.refresh()
          }}
        />
      </Dialog>
    </>
  )
}
