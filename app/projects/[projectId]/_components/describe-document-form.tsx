"use client"
import { useEffect } from "react"
import type { Provenance } from "../../../../lib/domain/change.ts"
import { provenance } from "../../../../lib/schema/project-input.ts"
import { Button } from "../../../_ui/button.tsx"
import { FormError } from "../../../_ui/form-error.tsx"
import { TextField } from "../../../_ui/text-field.tsx"
import { toast } from "../../../_ui/toast.ts"
import { BothVersions } from "./both-versions.tsx"
import type { DescribedDocument } from "./describe-document.tsx"
import { useVersionedForm } from "./use-versioned-form.ts"

const fields = [
  { name: "title", label: "Title", hint: undefined },
  { name: "author", label: "Author", hint: undefined },
  { name: "foundAt", label: "Where it was found", hint: "An address, or a description." },
  { name: "foundOn", label: "When it was found", hint: "For example 2024-05-31." },
  { name: "licence", label: "Licence", hint: undefined },
  { name: "language", label: "Language", hint: "A tag such as en or ru." },
] as const

interface Props extends DescribedDocument {
  readonly onTyped: (dirty: boolean) => void
  readonly onDone: () => void
}

/** Corrects a document's provenance. */
export function DescribeDocumentForm({ projectId, documentId, words, version, onTyped, onDone }: Props) {
  const { form, conflict, takeTheirs, saveMine } = useVersionedForm({
    schema: provenance,
    words,
    version,
    path: `/projects/${projectId}/documents/${documentId}`,
    onDone: () => {
      toast({ text: "The document is saved." })
      onDone()
    },
  })
  const { isDirty } = form.formState
  useEffect(() => onTyped(isDirty), [isDirty, onTyped])
  return (
    <form method="post" onSubmit={form.submit} noValidate className="grid gap-4">
      <FormError failure={form.failure} onIssue={form.focusOn} />
      {conflict && (
        <BothVersions
          by={conflict.by}
          theirs={asText(conflict.theirs)}
          mine={asText(conflict.mine)}
          busy={form.busy}
          onTheirs={takeTheirs}
          onMine={saveMine}
        />
      )}
      {fields.map(({ name, label, hint }) => (
        <TextField
          key={name}
          label={label}
          hint={hint}
          optional={name !== "title"}
          error={form.errorOf(name)}
          {...form.register(name)}
        />
      ))}
      <Button type="submit" kind="primary" busy={form.busy} className="justify-self-start">
        Save
      </Button>
    </form>
  )
}

const asText = (words: Provenance) =>
  fields.map(({ name, label }) => `${label}: ${words[name] || "not given"}`).join("\n")
