"use client"
import type * as z from "zod"
import type { accountWords } from "../../lib/schema/account-input.ts"
import { TextField } from "../_ui/text-field.tsx"
import type { ApiForm } from "../_ui/use-api-form.ts"

type Input = z.input<typeof accountWords>
type Output = z.output<typeof accountWords>

/** The fields with which an account is made. */
export function AccountFields({ form }: { form: ApiForm<Input, Output> }) {
  return (
    <>
      <TextField
        label="Name"
        hint="As your team knows you. It stands beside everything you write."
        autoComplete="name"
        error={form.errorOf("name")}
        {...form.register("name")}
      />
      <TextField
        label="E-mail address"
        hint="You sign in with it. Members of your projects see it."
        type="email"
        autoComplete="username"
        inputMode="email"
        autoCapitalize="none"
        spellCheck={false}
        error={form.errorOf("email")}
        {...form.register("email")}
      />
      <TextField
        label="Password"
        hint="8 to 128 characters of any kind. A few words in a row are easier to keep than one strange one."
        type="password"
        autoComplete="new-password"
        error={form.errorOf("password")}
        {...form.register("password")}
      />
    </>
  )
}
