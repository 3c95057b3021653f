"use client"
import { useRouter } from "next/navigation"
import { useState } from "react"
import { passkeyWords } from "../../lib/schema/passkey-input.ts"
import { Button } from "../_ui/button.tsx"
import { FormError } from "../_ui/form-error.tsx"
import { TextField } from "../_ui/text-field.tsx"
import { toast } from "../_ui/toast.ts"
import { useApiForm } from "../_ui/use-api-form.ts"
import { addPasskey } from "../sign-in/passkey.ts"
import { NewRecoveryCodes } from "./new-recovery-codes.tsx"

/** Adds a passkey under a name, and shows recovery codes where they were made with it. */
export function PasskeyForm() {
  const router = useRouter()
  const [codes, setCodes] = useState<readonly string[]>([])
  const form = useApiForm({
    schema: passkeyWords,
    defaultValues: { name: "" },
    send: ({ name }) => addPasskey(name),
    onDone: ({ recoveryCodes }, { name }) => {
      form.reset()
      setCodes(recoveryCodes)
      toast({ text: `“${name}” is added.` })
      router.refresh()
    },
  })
  if (codes.length > 0) return <NewRecoveryCodes codes={codes} onDone={() => setCodes([])} />
  return (
    <form method="post" onSubmit={form.submit} noValidate className="mt-6 grid max-w-[26rem] gap-5">
      <FormError failure={form.failure} onIssue={form.focusOn} />
      <TextField
        label="Name of a new passkey"
        hint="So that you know it again: “My phone”, “Security key”."
        autoComplete="off"
        error={form.errorOf("name")}
        {...form.register("name")}
      />
      <Button type="submit" busy={form.busy} className="justify-self-start">
        Add a passkey
      </Button>
    </form>
  )
}
