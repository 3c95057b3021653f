import {
  type SourceField,
  type SourceForm,
  sourceFields,
  sourceFieldWords,
} from "../../../../lib/domain/source-form.ts"
import { sourceKindWords, sourceTypeWords } from "../../../../lib/domain/source-words.ts"
import type { MergeField } from "../../../_ui/record-merge.ts"

/** Of these, words of two versions can make one; a number, a date or an address is one or the other. */
const kinds: Partial<Record<SourceField, "line" | "list">> = {
  title: "line",
  authors: "list",
  editors: "list",
  container: "line",
  publisher: "line",
  place: "line",
  edition: "line",
  archive: "line",
}

/** What is said about a source, field by field, as two versions of its record are compared. */
export const sourceMergeFields: readonly MergeField<SourceForm>[] = [
  { path: "kind", label: "Kind", say: ({ kind }) => sourceKindWords[kind] },
  { path: "type", label: "Form", say: ({ type }) => sourceTypeWords(type) },
  ...sourceFields.map(field => ({
    path: field,
    label: sourceFieldWords[field],
    kind: kinds[field] ?? ("choice" as const),
  })),
]
