"use client"
import { useEffect, useState } from "react"
import { derivationKinds, derivationWords } from "../../../../../lib/domain/lineage.ts"
import { derivationWordsInput } from "../../../../../lib/schema/source-weight-input.ts"
import { api } from "../../../../_ui/api.ts"
import { Button } from "../../../../_ui/button.tsx"
import { Combobox, type ComboboxOption } from "../../../../_ui/combobox.tsx"
import { FormFrame } from "../../../../_ui/form-frame.tsx"
import { RadioGroup } from "../../../../_ui/radio-group.tsx"
import { TextArea } from "../../../../_ui/text-area.tsx"
import { useApiForm } from "../../../../_ui/use-api-form.ts"
import { searchSources } from "../../_sources/search-sources.ts"

interface Props {
  readonly projectId: string
  readonly sourceId: string
  readonly onTyped: (typed: boolean) => void
  /** Hears how many verdicts changed with it. */
  readonly onDone: (verdictsChanged: number) => void
}

/** States that the source derives from another one of the project, and how. */
export function DeriveForm({ projectId, sourceId, onTyped, onDone }: Props) {
  const [origin, setOrigin] = useState<ComboboxOption | null>(null)
  const form = useApiForm({
    schema: derivationWordsInput,
    defaultValues: { originId: "", how: "retells" as const, note: "" },
    draft: {
      place: `derive:${sourceId}`,
      more: () => origin,
      onFound: ({ more }) => setOrigin(more as ComboboxOption | null),
    },
    send: (words, { id, requestId }) =>
      api.post<{ verdictsChanged?: number }>(`/projects/${projectId}/sources/${sourceId}/origins`, {
        requestId,
        id,
        ...words,
      }),
    onDone: ({ verdictsChanged = 0 }) => onDone(verdictsChanged),
  })
  const { isDirty } = form.formState
  useEffect(() => onTyped(isDirty), [isDirty, onTyped])
  const search = async (query: string, signal: AbortSignal) =>
    (await searchSources(projectId)(query, signal)).filter(({ id }) => id !== sourceId)
  return (
    <FormFrame form={form}>
      <RadioGroup
        legend="This source …"
        choices={derivationKinds.map(value => ({ value, label: `… ${derivationWords[value]} the other` }))}
        error={form.errorOf("how")}
        {...form.register("how")}
      />
      <Combobox
        label="The other source"
        value={origin}
        onChange={option => {
          setOrigin(option)
          form.setValue("originId", option?.id ?? "", { shouldValidate: option !== null, shouldDirty: true })
        }}
        search={search}
        error={form.errorOf("originId")}
        placeholder="Author or title"
      />
      <TextArea label="How one can tell" optional error={form.errorOf("note")} {...form.register("note")} />
      <Button type="submit" kind="primary" busy={form.busy} className="justify-self-start">
        State it
      </Button>
    </FormFrame>
  )
}
