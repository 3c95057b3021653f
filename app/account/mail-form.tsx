"use client"
import { useRouter } from "next/navigation"
import type { MailChoice } from "../../lib/domain/mail-choice.ts"
import { mailWords } from "../../lib/schema/comment-input.ts"
import { Button } from "../_ui/button.tsx"
import { FormError } from "../_ui/form-error.tsx"
import { RadioGroup } from "../_ui/radio-group.tsx"
import { toast } from "../_ui/toast.ts"
import { useApiForm } from "../_ui/use-api-form.ts"

const choices = [
  { value: "off", label: "Never", detail: "Everything still waits in your inbox here." },
  { value: "hourly", label: "At most once an hour", detail: "Soon after something concerns you." },
  { value: "daily", label: "At most once a day", detail: "The first soon, then all that came in a day at once." },
] as const satisfies readonly { value: MailChoice; label: string; detail: string }[]

/** Chooses how often one is told by e-mail what concerns one. */
export function MailForm({ choice }: { choice: MailChoice }) {
  const router = useRouter()
  const form = useApiForm({
    schema: mailWords,
    defaultValues: { choice },
    send: "/account/mail",
    stays: true,
    onDone: (_, sent, typedOn) => {
      form.reset(sent, { keepValues: typedOn })
      toast({ text: "Your choice is saved." })
      router.refresh()
    },
  })
  return (
    <form method="post" onSubmit={form.submit} noValidate className="grid max-w-[26rem] gap-5">
      <FormError failure={form.failure} onIssue={form.focusOn} />
      <RadioGroup
        legend="How often you get an e-mail"
        choices={choices}
        error={form.errorOf("choice")}
        {...form.register("choice")}
      />
      <Button type="submit" busy={form.busy} className="justify-self-start">
        Save
      </Button>
    </form>
  )
}
