"use client"
import { useEffect, useRef, useState } from "react"
import { type ArchiveReference, type CslItem, type SourceKind, sourceLine } from "../../../../lib/domain/source.ts"
import { fieldAt, formOf, recordOf, type SourceRecord } from "../../../../lib/domain/source-form.ts"
import { sourceFacts } from "../../../../lib/domain/source-words.ts"
import { sourceForm } from "../../../../lib/schema/source-form-input.ts"
import { type ApiFailure, api } from "../../../_ui/api.ts"
import { Button } from "../../../_ui/button.tsx"
import { FormError } from "../../../_ui/form-error.tsx"
import { useApiForm } from "../../../_ui/use-api-form.ts"
import { BothVersions } from "../_components/both-versions.tsx"
import { SourceFields } from "./source-fields.tsx"

/** A source as it is stored; a new one has no id yet. */
export interface SourceStart {
  readonly id?: string
  readonly version?: number
  readonly kind: SourceKind
  readonly csl: CslItem
  readonly archive: ArchiveReference | null
  readonly created: string
  readonly tells: string
}

export interface SavedSource extends SourceRecord {
  readonly id: string
  readonly line: string
}

interface Props {
  readonly projectId: string
  /** What the form begins with: a stored source to correct, or a new one with some words in it. */
  readonly initial?: SourceStart
  readonly onDone: (source: SavedSource) => void
  readonly onCancel: () => void
  /** Hears whether something was typed that would be lost. */
  readonly onDirty?: (dirty: boolean) => void
}

interface Conflict {
  readonly theirs: SourceStart
  readonly mine: SourceRecord
  /** Who saved in between, when that is known. */
  readonly by: string | null
}

const blank: SourceStart = {
  kind: "scholarly",
  csl: { type: "book", title: "" },
  archive: null,
  created: "",
  tells: "",
}

/** Adds a source, or corrects one. What somebody else saved in between is shown beside what was filled in here. */
export function SourceForm({ projectId, initial = blank, onDone, onCancel, onDirty }: Props) {
  // What the form was filled in against; a page that is read again doesn't change it behind one's back.
  const seen = useRef({ version: initial.version, record: initial.id === undefined ? undefined : initial })
  const [conflict, setConflict] = useState<Conflict | null>(null)
  const form = useApiForm({
    schema: sourceForm,
    defaultValues: formOf(initial),
    send: async (words, attempt) => {
      const record = recordOf(words, seen.current.record)
      const id = initial.id ?? attempt.id
      const request = { requestId: attempt.requestId, ...record }
      const result = initial.id
        ? await api.post(`/projects/${projectId}/sources/${id}`, { version: seen.current.version, ...request })
        : await api.post(`/projects/${projectId}/sources`, { id, ...request })
      if (!result.ok) return { ...result, failure: atFields(result.failure) }
      return { ok: true as const, value: { id, ...record, line: sourceLine(record.csl, record.archive) } }
    },
    onDone,
    onFailure: (failure, words) => {
      if (failure.code !== "conflict") return false
      const by = failure["by"] as string | null
      setConflict({ theirs: failure["current"] as SourceStart, mine: recordOf(words, seen.current.record), by })
      return true
    },
  })
  const { isDirty } = form.formState
  useEffect(() => onDirty?.(isDirty), [isDirty, onDirty])
  return (
    <form method="post" onSubmit={form.submit} noValidate className="grid gap-4">
      <FormError failure={form.failure} onIssue={form.focusOn} />
      {conflict && (
        <BothVersions
          by={conflict.by}
          theirs={factsText(conflict.theirs)}
          mine={factsText(conflict.mine)}
          busy={form.busy}
          onTheirs={() => {
            seen.current = { version: conflict.theirs.version, record: conflict.theirs }
            form.reset(formOf(conflict.theirs))
            setConflict(null)
          }}
          onMine={() => {
            seen.current.version = conflict.theirs.version
            void form.submit()
          }}
        />
      )}
      <SourceFields form={form} />
      <div className="flex flex-wrap gap-2">
        <Button type="submit" kind="primary" busy={form.busy}>
          {initial.id ? "Save the source" : "Add the source"}
        </Button>
        <Button kind="plain" onClick={onCancel}>
          Cancel
        </Button>
      </div>
    </form>
  )
}

const factsText = (record: SourceRecord) =>
  sourceFacts(record)
    .map(({ label, value }) => `${label}: ${value}`)
    .join("\n")

const atFields = (failure: ApiFailure): ApiFailure =>
  failure.issues
    ? { ...failure, issues: failure.issues.map(issue => ({ ...issue, path: fieldAt(issue.path) })) }
    : failure
