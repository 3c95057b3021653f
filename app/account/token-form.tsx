"use client"
import { useRouter } from "next/navigation"
import { type ComponentProps, useId, useState } from "react"
import { tokenDays } from "../../lib/domain/access-token.ts"
import type { TokenScope } from "../../lib/domain/token-scope.ts"
import { tokenWords } from "../../lib/schema/token-input.ts"
import { api } from "../_ui/api.ts"
import { Button } from "../_ui/button.tsx"
import { Checkbox } from "../_ui/checkbox.tsx"
import { CopyButton } from "../_ui/copy-button.tsx"
import { FieldError } from "../_ui/field-error.tsx"
import { FormError } from "../_ui/form-error.tsx"
import { SelectField } from "../_ui/select-field.tsx"
import { TextField } from "../_ui/text-field.tsx"
import { useApiForm } from "../_ui/use-api-form.ts"

const scopeChoices: readonly { readonly value: TokenScope; readonly label: string; readonly hint: string }[] = [
  { value: "read", label: "Read", hint: "Look at everything that you can see, and export it." },
  { value: "write", label: "Write", hint: "Label, cite, flag, comment, edit passages, decide, add texts and sources." },
  { value: "manage", label: "Manage", hint: "Projects, policies, members, assignments, and what others see of you." },
]

const lives = [
  { value: "7", label: "A week" },
  { value: "30", label: "30 days" },
  { value: String(tokenDays.usual), label: "90 days" },
  { value: "180", label: "180 days" },
  { value: String(tokenDays.most), label: "A year" },
]

/** Makes an access token and shows it, which the server does only this once. */
export function TokenForm() {
  const router = useRouter()
  const [made, setMade] = useState<{ readonly token: string; readonly name: string } | null>(null)
  const form = useApiForm({
    schema: tokenWords,
    defaultValues: { name: "", scopes: ["read"], days: tokenDays.usual },
    send: (words, { id }) => api.post<{ token: string }>("/account/tokens", { ...words, id }),
    onDone: ({ token }, { name }) => {
      setMade({ token, name })
      form.reset()
      router.refresh()
    },
  })
  return (
    <>
      <form method="post" onSubmit={form.submit} noValidate className="grid max-w-[26rem] gap-5">
        <FormError failure={form.failure} onIssue={form.focusOn} />
        <TextField
          label="What it is for"
          hint="So that you know it again: “Import on the lab’s server”."
          autoComplete="off"
          error={form.errorOf("name")}
          {...form.register("name")}
        />
        <ScopeChoice error={form.errorOf("scopes")} field={form.register("scopes")} />
        <SelectField
          label="How long it counts"
          options={lives}
          error={form.errorOf("days")}
          {...form.register("days", { valueAsNumber: true })}
        />
        <Button type="submit" busy={form.busy} className="justify-self-start">
          Make an access token
        </Button>
      </form>
      <div role="status">
        {made && (
          <div className="mt-6 grid gap-3 border-l-3 border-accent pl-4">
            <p>This is the access token “{made.name}”. Copy it now: it is shown only this once.</p>
            <p className="flex flex-wrap items-center gap-x-4 gap-y-2">
              <code className="min-w-0 break-all">{made.token}</code>
              <CopyButton text={made.token} label="Copy the token" />
            </p>
          </div>
        )}
      </div>
    </>
  )
}

function ScopeChoice({ error, field }: { error: string | undefined; field: ComponentProps<"input"> }) {
  const id = useId()
  return (
    <fieldset aria-describedby={error ? id : undefined} className="grid gap-2">
      <legend className="mb-1.5 font-semibold">What it may do in your name</legend>
      {scopeChoices.map(({ value, label, hint }) => (
        <Checkbox key={value} value={value} label={label} hint={hint} {...field} />
      ))}
      <FieldError id={id} error={error} />
    </fieldset>
  )
}
