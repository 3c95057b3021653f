"use client"
import { useRouter } from "next/navigation"
import { useEffect, useState } from "react"
import { sourceMergeWords } from "../../../../../lib/schema/source-weight-input.ts"
import { api } from "../../../../_ui/api.ts"
import { Button } from "../../../../_ui/button.tsx"
import { Combobox, type ComboboxOption } from "../../../../_ui/combobox.tsx"
import { FormDialog, type InDialog } from "../../../../_ui/form-dialog.tsx"
import { FormError } from "../../../../_ui/form-error.tsx"
import { toast } from "../../../../_ui/toast.ts"
import { useApiForm } from "../../../../_ui/use-api-form.ts"
import { searchSources } from "../../_sources/search-sources.ts"
import { verdictsMoved } from "./verdicts-moved.ts"

interface Props {
  readonly projectId: string
  readonly sourceId: string
  readonly version: number
  readonly citations: number
}

/** Merges this record into another one that is the same work. */
export const MergeSource = (props: Props) => (
  <FormDialog button={{ children: "Merge into another record" }} title="Merge into another record" width="narrow">
    {form => <MergeForm {...props} {...form} />}
  </FormDialog>
)

function MergeForm({ projectId, sourceId, version, citations, close, onTyped }: Props & InDialog) {
  const router = useRouter()
  const [into, setInto] = useState<ComboboxOption | null>(null)
  const form = useApiForm({
    schema: sourceMergeWords,
    defaultValues: { intoId: "" },
    send: (words, { requestId }) =>
      api.post<{ verdictsChanged?: number }>(`/projects/${projectId}/sources/${sourceId}/merge`, {
        requestId,
        version,
        ...words,
      }),
    onDone: ({ verdictsChanged = 0 }, { intoId }) => {
      close()
      toast({ text: `The records are merged. ${verdictsMoved(verdictsChanged)}` })
      router.push(`/projects/${projectId}/sources/${intoId}`)
      router.refresh()
    },
  })
  const { isDirty } = form.formState
  useEffect(() => onTyped(isDirty), [isDirty, onTyped])
  const search = async (query: string, signal: AbortSignal) =>
    (await searchSources(projectId)(query, signal)).filter(({ id }) => id !== sourceId)
  return (
    <form method="post" onSubmit={form.submit} noValidate className="grid gap-4">
      <FormError
        failure={
          form.failure?.code === "conflict"
            ? { sentence: "Somebody changed this record in the meantime. Close this, read it again, then merge." }
            : form.failure
        }
        onIssue={form.focusOn}
      />
      <p>{whatHappens(citations)} The other record and its grade stand. You can take this one out again.</p>
      <Combobox
        label="The record that stays"
        value={into}
        onChange={option => {
          setInto(option)
          form.setValue("intoId", option?.id ?? "", { shouldValidate: option !== null, shouldDirty: true })
        }}
        search={search}
        error={form.errorOf("intoId")}
        placeholder="Author or title"
      />
      <Button type="submit" kind="primary" busy={form.busy} className="justify-self-start">
        Merge
      </Button>
    </form>
  )
}

const whatHappens = (citations: number) =>
  citations === 0
    ? "Nothing cites this record."
    : citations === 1
      ? "Its citation will count for the other record."
      : `Its ${citations} citations will count for the other record.`
