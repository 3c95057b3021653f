"use client"
import { useRouter } from "next/navigation"
import { FormDialog } from "../../../../_ui/form-dialog.tsx"
import { toast } from "../../../../_ui/toast.ts"
import { AnswerForm } from "./answer-form.tsx"
import type { ListedFlag } from "./flag-item.tsx"

/** Opens the dialog in which a flag is answered. */
export function AnswerFlag({ flag }: { flag: ListedFlag }) {
  const router = useRouter()
  const name = `Answer the flag on “${flag.quote.slice(0, 60)}”`
  return (
    <FormDialog button={{ size: "small", "aria-label": name, children: "Answer" }} title="Answer the flag">
      {({ close, onTyped }) => (
        <AnswerForm
          flag={flag}
          onTyped={onTyped}
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
      )}
    </FormDialog>
  )
}
