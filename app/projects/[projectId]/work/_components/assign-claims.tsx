"use client"
import { useRouter } from "next/navigation"
import { useEffect, useRef, useState } from "react"
import type * as z from "zod"
import { counted } from "../../../../../lib/domain/sentence-words.ts"
import type { AssignmentPreview } from "../../../../../lib/queries/assignment-preview.ts"
import type { WorkPage } from "../../../../../lib/queries/workload.ts"
import { assignmentWords } from "../../../../../lib/schema/work-input.ts"
import { type ApiFailure, api } from "../../../../_ui/api.ts"
import { Button } from "../../../../_ui/button.tsx"
import { FormDialog, type InDialog } from "../../../../_ui/form-dialog.tsx"
import { FormError } from "../../../../_ui/form-error.tsx"
import { TextField } from "../../../../_ui/text-field.tsx"
import { toast } from "../../../../_ui/toast.ts"
import { useApiForm } from "../../../../_ui/use-api-form.ts"
import { PeopleChoice } from "./people-choice.tsx"
import { SelectionFields } from "./selection-fields.tsx"

interface Props {
  readonly projectId: string
  readonly documents: WorkPage["names"]
  readonly people: WorkPage["assignable"]
  /** How many people the policy wants on a claim. */
  readonly wanted: number
}

/** Opens the dialog in which claims are dealt out to people. */
export function AssignClaims(props: Props) {
  return (
    <FormDialog button={{ kind: "primary", children: "Assign claims" }} title="Assign claims" width="wide">
      {dialog => <AssignForm {...props} {...dialog} />}
    </FormDialog>
  )
}

/** The preview of one state of the form; it is never shown beside another. */
interface Shown {
  readonly draft: string
  readonly preview: AssignmentPreview
}

function AssignForm({ projectId, documents, people, wanted, close, onTyped }: Props & InDialog) {
  const router = useRouter()
  const [shown, setShown] = useState<Shown | null>(null)
  const [looking, setLooking] = useState(false)
  const [trouble, setTrouble] = useState<ApiFailure | null>(null)
  const last = useRef("")
  const form = useApiForm<z.input<typeof assignmentWords>, z.output<typeof assignmentWords>>({
    schema: assignmentWords,
    defaultValues: { ...start, documentId: documents.length === 1 ? documents[0]!.id : null, people: [], overlap: 1 },
    send: (words, attempt) =>
      api.post(`/projects/${projectId}/work/assign`, { ...attempt, ...words, seen: shown?.preview.to ?? [] }),
    onDone: () => {
      toast({ text: "The claims are assigned." })
      close()
      router.refresh()
    },
    onFailure: failure => {
      if (failure.code !== "conflict") return false
      setShown({ draft, preview: failure["current"] as AssignmentPreview })
      setTrouble({
        ...failure,
        sentence: "The claims changed in the meantime. See who gets how many now, then assign.",
      })
      return true
    },
  })
  const draft = JSON.stringify(form.watch())
  const { isDirty } = form.formState
  useEffect(() => onTyped(isDirty), [isDirty, onTyped])
  const look = async () => {
    setTrouble(null)
    if (!(await form.trigger(undefined, { shouldFocus: true }))) return
    last.current = draft
    setLooking(true)
    const found = await api.post<AssignmentPreview>(`/projects/${projectId}/work/assign/preview`, form.getValues())
    if (last.current !== draft) return
    setLooking(false)
    if (found.ok) setShown({ draft, preview: found.value })
    else setTrouble(found.failure)
  }
  const preview = shown?.draft === draft ? shown.preview : null
  const names = new Map(people.map(({ id, name }) => [id, name]))
  const given = preview?.to.reduce((sum, { count }) => sum + count, 0) ?? 0
  return (
    <form method="post" onSubmit={form.submit} noValidate className="grid gap-5">
      <FormError failure={form.failure ?? trouble} onIssue={form.focusOn} />
      <SelectionFields form={form} documents={documents} />
      <PeopleChoice legend="To whom" people={people} error={form.errorOf("people")} field={form.register("people")} />
      <div className="max-w-60">
        <TextField
          label="People on each claim"
          hint={`The policy wants ${wanted}. Who labelled a claim or has it already counts.`}
          type="number"
          min={1}
          max={9}
          error={form.errorOf("overlap")}
          {...form.register("overlap", { valueAsNumber: true })}
        />
      </div>
      <div role="status">
        {preview && (
          <section aria-label="Who gets how many" className="border-l-2 border-accent pl-4">
            <p>
              {counted(preview.claims, "claim")} chosen.
              {given === 0 && " Nobody would get one that they do not have or did not label already."}
            </p>
            <ul className="figures">
              {preview.to.map(({ userId, count }) => (
                <li key={userId}>
                  {names.get(userId) ?? "Somebody"}: {count}
                </li>
              ))}
            </ul>
          </section>
        )}
      </div>
      <p className="flex flex-wrap gap-2">
        {preview && given > 0 ? (
          <Button type="submit" kind="primary" busy={form.busy}>
            Assign them
          </Button>
        ) : (
          <Button kind={preview ? "quiet" : "primary"} busy={looking} onClick={() => void look()}>
            See who gets how many
          </Button>
        )}
      </p>
    </form>
  )
}

const start = {
  from: null,
  to: null,
  state: "unfinished",
  flagged: false,
  cue: null,
  unassigned: false,
} as const
