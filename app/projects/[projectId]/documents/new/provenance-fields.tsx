"use client"
import type { Provenance } from "../../../../../lib/domain/change.ts"
import { TextField } from "../../../../_ui/text-field.tsx"
import type { ApiForm } from "../../../../_ui/use-api-form.ts"

const fields = [
  { name: "author", label: "Author", hint: undefined },
  { name: "foundAt", label: "Where it was found", hint: "An address, or a description." },
  { name: "foundOn", label: "When it was found", hint: "For example 2024-05-31." },
  { name: "licence", label: "Licence", hint: "What allows you to use it, when you know." },
  { name: "language", label: "Language", hint: "A tag such as en or ru. Empty: it is found out from the text." },
] as const

type Words = Provenance & { text: string; file: string }

/** Where a text comes from. */
export function ProvenanceFields({ form }: { form: ApiForm<Words, Words> }) {
  return (
    <fieldset className="grid gap-5">
      <legend className="mb-4 font-text text-2xl">Where it comes from</legend>
      {fields.map(({ name, label, hint }) => (
        <TextField key={name} label={label} hint={hint} optional error={form.errorOf(name)} {...form.register(name)} />
      ))}
    </fieldset>
  )
}
