"use client"
import { useRouter } from "next/navigation"
import { FormDialog } from "../../../../_ui/form-dialog.tsx"
import { toast } from "../../../../_ui/toast.ts"
import { AnswerForm } from "./answer-form.tsx"
import type { ListedFlag } from "./flag-item.tsx"

/** Opens the dialog in which a flag is answered, or answered again: somebody else may have been faster. */
export function AnswerFlag({ flag }: { flag: ListedFlag }) {
  const router = useRouter()
  const words = flag.status === "answered" ? "Answer again" : "Answer"
  const name = `${words} the flag on “${flag.quote.slice(0, 60)}”`
  return (
    <FormDialog button={{ size: "small", "aria-label": name, children: words }} title="Answer the flag">
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
