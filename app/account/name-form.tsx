"use client"
import { useRouter } from "next/navigation"
import { nameWords } from "../../lib/schema/account-input.ts"
import { Button } from "../_ui/button.tsx"
import { FormError } from "../_ui/form-error.tsx"
import { TextField } from "../_ui/text-field.tsx"
import { toast } from "../_ui/toast.ts"
import { useApiForm } from "../_ui/use-api-form.ts"

/** Changes the name that stands beside one's work. */
export function NameForm({ name }: { name: string }) {
  const router = useRouter()
  const form = useApiForm({
    schema: nameWords,
    defaultValues: { name },
    send: "/account/name",
    stays: true,
    onDone: (_, sent, typedOn) => {
      form.reset(sent, { keepValues: typedOn })
      toast({ text: "Your name is changed." })
      router.refresh()
    },
  })
  return (
    <form method="post" onSubmit={form.submit} noValidate className="grid max-w-[26rem] gap-5">
      <FormError failure={form.failure} onIssue={form.focusOn} />
      <TextField label="Name" autoComplete="name" error={form.errorOf("name")} {...form.register("name")} />
      <Button type="submit" busy={form.busy} className="justify-self-start">
        Change the name
      </Button>
    </form>
  )
}
