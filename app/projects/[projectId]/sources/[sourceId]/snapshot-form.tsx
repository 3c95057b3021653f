"use client"
import { useEffect, useState } from "react"
import { largestSnapshot } from "../../../../../lib/domain/snapshot.ts"
import { snapshotWords } from "../../../../../lib/schema/snapshot-input.ts"
import { api } from "../../../../_ui/api.ts"
import { Button } from "../../../../_ui/button.tsx"
import { FileDrop } from "../../../../_ui/file-drop.tsx"
import { FormError } from "../../../../_ui/form-error.tsx"
import { RestoredNote } from "../../../../_ui/restored-note.tsx"
import { TextArea } from "../../../../_ui/text-area.tsx"
import { TextField } from "../../../../_ui/text-field.tsx"
import { useApiForm } from "../../../../_ui/use-api-form.ts"
import { base64Of } from "../../documents/new/base64-of.ts"

interface Props {
  readonly projectId: string
  readonly sourceId: string
  readonly onTyped: (typed: boolean) => void
  readonly onDone: () => void
}

/** A file, or a pasted text, with the day on which it was taken. */
export function SnapshotForm({ projectId, sourceId, onTyped, onDone }: Props) {
  const [file, setFile] = useState<File | null>(null)
  const [trouble, setTrouble] = useState<string>()
  const form = useApiForm({
    schema: snapshotWords,
    defaultValues: { takenOn: new Date().toISOString().slice(0, 10), text: "" },
    draft: { place: `snapshot:${sourceId}` },
    send: async ({ takenOn, text }, { id, requestId }) => {
      const bytes = file ? new Uint8Array(await file.arrayBuffer()) : new TextEncoder().encode(text)
      const words = { takenOn, fileName: file?.name ?? `Pasted on ${takenOn}.txt`, base64: base64Of(bytes) }
      return api.post(`/projects/${projectId}/sources/${sourceId}/snapshots`, { requestId, id, ...words })
    },
    onDone,
    onFailure: failure => {
      const issue = failure.issues?.find(({ path }) => path === "file" || path === "base64" || path === "fileName")
      setTrouble(issue?.message)
      return issue !== undefined
    },
  })
  const { isDirty } = form.formState
  const typed = isDirty || file !== null
  useEffect(() => onTyped(typed), [typed, onTyped])
  return (
    <form
      method="post"
      onSubmit={event => {
        event.preventDefault()
        const empty = !file && form.getValues("text").trim() === ""
        const large = file && file.size > largestSnapshot
        setTrouble(
          empty
            ? "Choose a file or paste the text."
            : large
              ? "This is larger than 10 MB. Take a part of it, or save it as text."
              : undefined,
        )
        if (!empty && !large) void form.submit()
      }}
      noValidate
      className="grid gap-4"
    >
      <FormError failure={form.failure} onIssue={form.focusOn} />
      <RestoredNote at={form.restoredAt} onDiscard={form.discard} />
      <TextField
        label="Taken on"
        hint="The day on which the page said this."
        error={form.errorOf("takenOn")}
        {...form.register("takenOn")}
      />
      <FileDrop
        file={file}
        hint="A text, a saved page (.html) or a PDF, up to 10 MB. It is kept byte for byte and never shown as a page here."
        accept=".txt,.md,.html,.htm,.pdf,text/plain,text/html,application/pdf"
        error={trouble}
        onFile={setFile}
      />
      {!file && (
        <TextArea label="Or paste the text" rows={6} optional error={form.errorOf("text")} {...form.register("text")} />
      )}
      <Button type="submit" kind="primary" busy={form.busy} className="justify-self-start">
        Keep it
      </Button>
    </form>
  )
}
