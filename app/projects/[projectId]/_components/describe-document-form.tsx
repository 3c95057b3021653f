"use client"
import { useEffect } from "react"
import type { Provenance } from "../../../../lib/domain/change.ts"
import { provenance } from "../../../../lib/schema/project-input.ts"
import { Button } from "../../../_ui/button.tsx"
import { SharedFormFrame } from "../../../_ui/shared-form-frame.tsx"
import { TextField } from "../../../_ui/text-field.tsx"
import { toast } from "../../../_ui/toast.ts"
import { useSharedForm } from "../../../_ui/use-shared-form.ts"
import type { DescribedDocument } from "./describe-document.tsx"
import { versionedAt } from "./versioned.ts"

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

const merged = fields.map(({ name, label }) => ({
  path: name,
  label,
  kind: name === "title" || name === "author" || name === "licence" ? ("line" as const) : ("choice" as const),
}))

/** Corrects a document's provenance. */
export function DescribeDocumentForm({ projectId, documentId, words, version, onTyped, onDone }: Props) {
  const shared = useSharedForm({
    schema: provenance,
    stored: { words, token: version },
    place: `document:${documentId}`,
    ...versionedAt<Provenance, object>(`/projects/${projectId}/documents/${documentId}`),
    onDone: () => {
      toast({ text: "The document is saved." })
      onDone()
    },
    onTheirs: onDone,
  })
  const { form } = shared
  const { isDirty } = form.formState
  useEffect(() => onTyped(isDirty), [isDirty, onTyped])
  return (
    <SharedFormFrame shared={shared} fields={merged}>
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
    </SharedFormFrame>
  )
}
