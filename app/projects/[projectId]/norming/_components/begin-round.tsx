"use client"
import { useRouter } from "next/navigation"
import { useEffect } from "react"
import { roundWords } from "../../../../../lib/schema/round-input.ts"
import { api } from "../../../../_ui/api.ts"
import { Button } from "../../../../_ui/button.tsx"
import { FormDialog, type InDialog } from "../../../../_ui/form-dialog.tsx"
import { FormError } from "../../../../_ui/form-error.tsx"
import { SelectField } from "../../../../_ui/select-field.tsx"
import { TextField } from "../../../../_ui/text-field.tsx"
import { useApiForm } from "../../../../_ui/use-api-form.ts"

interface Props {
  readonly projectId: string
  readonly documents: readonly { readonly id: string; readonly title: string }[]
}

/** Opens the dialog in which a norming round is begun. */
export const BeginRound = (props: Props) => (
  <FormDialog
    button={{ kind: "primary", children: "Begin a round" }}
    title="Begin a norming round"
    description="Claims that nobody labelled yet are drawn by lot. Until the round is revealed nobody sees what others said of them, editors and owners neither."
  >
    {({ onTyped }) => <RoundForm {...props} onTyped={onTyped} />}
  </FormDialog>
)

function RoundForm({ projectId, documents, onTyped }: Props & Pick<InDialog, "onTyped">) {
  const router = useRouter()
  const form = useApiForm({
    schema: roundWords,
    defaultValues: { name: "", documentId: null, claims: 10 },
    send: (words, ids) =>
      api
        .post(`/projects/${projectId}/rounds`, { ...ids, ...words })
        .then(made => (made.ok ? { ...made, value: ids.id } : made)),
    onDone: id => {
      router.push(`/projects/${projectId}/norming/${id}`)
      return "leaving"
    },
  })
  const { isDirty } = form.formState
  useEffect(() => onTyped(isDirty), [isDirty, onTyped])
  return (
    <form method="post" onSubmit={form.submit} noValidate className="grid gap-4">
      <FormError failure={form.failure} onIssue={form.focusOn} />
      <TextField label="Name" error={form.errorOf("name")} {...form.register("name")} />
      <SelectField
        label="Claims of"
        options={[
          { value: "", label: "all documents" },
          ...documents.map(({ id, title }) => ({ value: id, label: title })),
        ]}
        error={form.errorOf("documentId")}
        {...form.register("documentId", { setValueAs: (id: string | null) => id || null })}
      />
      <TextField
        label="How many"
        inputMode="numeric"
        error={form.errorOf("claims")}
        {...form.register("claims", { setValueAs: (words: string | number) => Number(words) })}
      />
      <Button type="submit" kind="primary" busy={form.busy} className="justify-self-start">
        Begin
      </Button>
    </form>
  )
}
