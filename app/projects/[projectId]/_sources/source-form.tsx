"use client"
import { useEffect } from "react"
import type * as z from "zod"
import { type ArchiveReference, type CslItem, type SourceKind, sourceLine } from "../../../../lib/domain/source.ts"
import { fieldAt, formOf, recordOf, type SourceRecord } from "../../../../lib/domain/source-form.ts"
import { sourceForm } from "../../../../lib/schema/source-form-input.ts"
import { type ApiFailure, api } from "../../../_ui/api.ts"
import { Button } from "../../../_ui/button.tsx"
import { SharedFormFrame } from "../../../_ui/shared-form-frame.tsx"
import { useSharedForm } from "../../../_ui/use-shared-form.ts"
import { SourceFields } from "./source-fields.tsx"
import { sourceMergeFields } from "./source-merge-fields.ts"

type SourceWords = z.output<typeof sourceForm>

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

const blank: SourceStart = {
  kind: "scholarly",
  csl: { type: "book", title: "" },
  archive: null,
  created: "",
  tells: "",
}

/** What a stored source was when the form was filled in against it; nothing for a new one. */
interface Token {
  readonly version: number
  readonly record: SourceRecord
}

/** Adds a source, or corrects one. What somebody else saved in between is shown beside what was filled in here. */
export function SourceForm({ projectId, initial = blank, onDone, onCancel, onDirty }: Props) {
  const { id: sourceId, version = 0, ...record } = initial
  const shared = useSharedForm({
    schema: sourceForm,
    stored: { words: formOf(initial), token: sourceId ? { version, record } : null },
    place: sourceId ? `source:${sourceId}` : `new-source:${projectId}`,
    send: async (words: SourceWords, attempt, seen: Token | null) => {
      const next = recordOf(words, seen?.record)
      const id = sourceId ?? attempt.id
      const request = { requestId: attempt.requestId, ...next }
      const result = seen
        ? await api.post(`/projects/${projectId}/sources/${id}`, { version: seen.version, ...request })
        : await api.post(`/projects/${projectId}/sources`, { id, ...request })
      if (!result.ok) return { ...result, failure: atFields(result.failure) }
      return { ok: true as const, value: { id, ...next, line: sourceLine(next.csl, next.archive) } }
    },
    current: failure => {
      const { id: _id, version: now, ...theirs } = failure["current"] as SourceStart & { version: number }
      return { words: formOf(theirs), token: { version: now, record: theirs } }
    },
    onDone,
    onTheirs: onCancel,
  })
  const { form } = shared
  const { isDirty } = form.formState
  useEffect(() => onDirty?.(isDirty), [isDirty, onDirty])
  return (
    <SharedFormFrame shared={shared} fields={sourceMergeFields}>
      <SourceFields form={form} />
      <div className="flex flex-wrap gap-2">
        <Button type="submit" kind="primary" busy={form.busy}>
          {initial.id ? "Save the source" : "Add the source"}
        </Button>
        <Button kind="plain" onClick={onCancel}>
          Cancel
        </Button>
      </div>
    </SharedFormFrame>
  )
}

const atFields = (failure: ApiFailure): ApiFailure =>
  failure.issues
    ? { ...failure, issues: failure.issues.map(issue => ({ ...issue, path: fieldAt(issue.path) })) }
    : failure
