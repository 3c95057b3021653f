"use client"
import { useRouter } from "next/navigation"
import { passwordWords } from "../../lib/schema/account-input.ts"
import { api } from "../_ui/api.ts"
import { Button } from "../_ui/button.tsx"
import { FormError } from "../_ui/form-error.tsx"
import { TextField } from "../_ui/text-field.tsx"
import { toast } from "../_ui/toast.ts"
import { useApiForm } from "../_ui/use-api-form.ts"

/** Changes the password. The e-mail address is in the form, out of sight, for the password manager. */
export function PasswordForm({ email }: { email: string }) {
  const router = useRouter()
  const form = useApiForm({
    schema: passwordWords,
    defaultValues: { current: "", next: "" },
    send: words => api.post<{ ended: number; withdrawn: number }>("/account/password", words),
    onDone: ({ ended, withdrawn }) => {
      form.reset()
      toast({ text: changed(ended > 0, withdrawn > 0) })
      router.refresh()
    },
  })
  return (
    <form method="post" onSubmit={form.submit} noValidate className="grid max-w-[26rem] gap-5">
      <FormError failure={form.failure} onIssue={form.focusOn} />
      <input type="text" name="username" autoComplete="username" defaultValue={email} readOnly hidden />
      <TextField
        label="Current password"
        type="password"
        autoComplete="current-password"
        error={form.errorOf("current")}
        {...form.register("current")}
      />
      <TextField
        label="New password"
        hint="8 to 128 characters of any kind. All your other sessions are ended and your access tokens withdrawn."
        type="password"
        autoComplete="new-password"
        error={form.errorOf("next")}
        {...form.register("next")}
      />
      <Button type="submit" busy={form.busy} className="justify-self-start">
        Change the password
      </Button>
    </form>
  )
}

function changed(ended: boolean, withdrawn: boolean): string {
  const more = [ended && "your other sessions are ended", withdrawn && "your access tokens are withdrawn"].filter(
    Boolean,
  )
  return more.length > 0 ? `Your password is changed, and ${more.join(" and ")}.` : "Your password is changed."
}
