"use client"
import type { FocusEvent } from "react"
import type * as z from "zod"
import { parseArchiveReference } from "../../../../lib/domain/archive-reference.ts"
import { type SourceField, sourceFieldWords } from "../../../../lib/domain/source-form.ts"
import { shownFields, sourceKindChoices, sourceTypes, sourceTypeWords } from "../../../../lib/domain/source-words.ts"
import type { sourceForm } from "../../../../lib/schema/source-form-input.ts"
import { SelectField } from "../../../_ui/select-field.tsx"
import { TextArea } from "../../../_ui/text-area.tsx"
import { TextField } from "../../../_ui/text-field.tsx"
import type { ApiForm } from "../../../_ui/use-api-form.ts"

type Form = ApiForm<z.input<typeof sourceForm>, z.output<typeof sourceForm>>

const hints: Partial<Record<SourceField, string>> = {
  authors: "One a line, as “Family, Given”; a body’s name without a comma.",
  editors: "One a line, as “Family, Given”.",
  date: "A year, 1937-05-22, 1936/1938, or words.",
  created: "When it was made, if not when it was published: 1937, 1937-05-22, 194X, 1937~ for about 1937.",
  tells: "The time that it tells of, written alike; 1936/1938 is a span of time.",
  archive: "Its name, or a whole reference such as РГВА. Ф. 33987. Оп. 3. Д. 851. Л. 12.",
  url: "In full, beginning with https:// or http://.",
  language: "A tag such as en or ru.",
}
const containers: Readonly<Record<string, string>> = {
  chapter: "Title of the book",
  "article-journal": "Journal",
  "article-magazine": "Magazine",
  "article-newspaper": "Newspaper",
  "entry-encyclopedia": "Encyclopedia",
  webpage: "Name of the site",
}
const wide: readonly SourceField[] = ["title", "authors", "editors", "container", "archive", "url"]

/** The fields of a source: those that fit its kind, and every one that has something in it. */
export function SourceFields({ form }: { form: Form }) {
  const said = form.watch()
  const types = sourceTypes(said.kind)
  const offered = types.includes(said.type) ? types : [...types, said.type]
  const kind = form.register("kind", {
    onChange: () => {
      const fitting = sourceTypes(form.getValues("kind"))
      if (!fitting.includes(form.getValues("type"))) form.setValue("type", fitting[0], { shouldDirty: true })
    },
  })
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <SelectField label="Kind" options={sourceKindChoices} error={form.errorOf("kind")} {...kind} />
      <SelectField
        label="Form"
        options={offered.map(type => ({ value: type, label: sourceTypeWords(type) }))}
        error={form.errorOf("type")}
        {...form.register("type")}
      />
      {shownFields(said).map(field => (
        <div key={field} className={wide.includes(field) ? "sm:col-span-2" : ""}>
          <SourceText form={form} field={field} type={said.type} />
        </div>
      ))}
    </div>
  )
}

/** A whole reference that somebody wrote as the archive's name is taken apart into its fields. */
function takeApart(form: Form, written: string): void {
  const read = parseArchiveReference(written)
  if (!read?.fond) return
  for (const part of ["archive", "fond", "opis", "delo", "list"] as const)
    form.setValue(part, read[part] ?? "", { shouldDirty: true, shouldValidate: part === "archive" })
}

function SourceText({ form, field, type }: { form: Form; field: SourceField; type: string }) {
  const onBlur = (event: FocusEvent<HTMLInputElement>) => takeApart(form, event.currentTarget.value)
  const words = {
    label: (field === "container" && containers[type]) || sourceFieldWords[field],
    hint: hints[field],
    optional: field !== "title" && field !== "archive",
    error: form.errorOf(field),
    ...form.register(field, field === "archive" ? { onBlur } : {}),
  }
  if (field === "authors" || field === "editors") return <TextArea rows={2} {...words} />
  return <TextField {...words} {...(field === "url" && { type: "url", inputMode: "url" as const })} />
}
