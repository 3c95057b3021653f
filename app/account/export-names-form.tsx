"use client"
import { useRouter } from "next/navigation"
import type { NameLimit } from "../../lib/domain/export-names.ts"
import { ownExportNames } from "../../lib/schema/export-names-input.ts"
import { Button } from "../_ui/button.tsx"
import { FormError } from "../_ui/form-error.tsx"
import { RadioGroup } from "../_ui/radio-group.tsx"
import { TextField } from "../_ui/text-field.tsx"
import { toast } from "../_ui/toast.ts"
import { useApiForm } from "../_ui/use-api-form.ts"

const choices = [
  { value: "name", label: "By name", detail: "With your ORCID iD where an export shows them." },
  {
    value: "pseudonym",
    label: "By pseudonym",
    detail: "Such as “Reviewer 3F2A9”: the same in every export of a project, another one in each project.",
  },
  {
    value: "none",
    label: "Not at all",
    detail: "You stand as “A reviewer”, and nothing of your name or your id goes out.",
  },
] as const satisfies readonly { value: NameLimit; label: string; detail: string }[]

/** Chooses what exports may call one. */
export function ExportNamesForm({ names, orcid }: { names: NameLimit; orcid: string }) {
  const router = useRouter()
  const form = useApiForm({
    schema: ownExportNames,
    defaultValues: { names, orcid },
    send: "/account/export-names",
    stays: true,
    onDone: (_, sent, typedOn) => {
      form.reset(sent, { keepValues: typedOn })
      toast({ text: "What exports may call you is saved." })
      router.refresh()
    },
  })
  return (
    <form method="post" onSubmit={form.submit} noValidate className="grid max-w-[26rem] gap-5">
      <FormError failure={form.failure} onIssue={form.focusOn} />
      <RadioGroup
        legend="How exports may name you"
        hint="A project may allow less. Files that somebody has already cannot be called back."
        choices={choices}
        error={form.errorOf("names")}
        {...form.register("names")}
      />
      <TextField
        label="ORCID iD"
        optional
        hint="Your number at orcid.org, or its address. Only its check digit is verified."
        inputMode="url"
        spellCheck={false}
        error={form.errorOf("orcid")}
        {...form.register("orcid")}
      />
      <Button type="submit" busy={form.busy} className="justify-self-start">
        Save what exports call you
      </Button>
    </form>
  )
}
