"use client"
import * as z from "zod"
import { type SourceKind, sourceKinds, sourceLine } from "../../../../../../lib/domain/source.ts"
import { line } from "../../../../../../lib/schema/place.ts"
import { api } from "../../../../../_ui/api.ts"
import { Button } from "../../../../../_ui/button.tsx"
import type { ComboboxOption } from "../../../../../_ui/combobox.tsx"
import { FormFrame } from "../../../../../_ui/form-frame.tsx"
import { SelectField } from "../../../../../_ui/select-field.tsx"
import { TextField } from "../../../../../_ui/text-field.tsx"
import { useApiForm } from "../../../../../_ui/use-api-form.ts"
import { plainWords, sentenceCase } from "./words.ts"

const types: Record<SourceKind, string> = {
  "archival-record": "manuscript",
  memoir: "book",
  interview: "interview",
  press: "article-newspaper",
  scholarly: "book",
  "reference-work": "entry-encyclopedia",
  "web-page": "webpage",
  other: "document",
}
const words = z.strictObject({
  kind: z.enum(sourceKinds),
  title: line(1_000).min(1, "Give the source a title."),
  author: line(300),
  year: line(4).refine(year => year === "" || /^\d{3,4}$/.test(year), "Write the year in digits, or leave it empty."),
  URL: line(2_000).refine(url => url === "" || /^https?:\/\/[^\s/]+/i.test(url), "Begin with https:// or http://."),
})

interface Props {
  readonly projectId: string
  readonly title: string
  readonly onDone: (source: ComboboxOption) => void
  readonly onCancel: () => void
}

/** The short form for a source that is missing while one cites; the rest can be filled in on its page. */
export function NewSource({ projectId, title, onDone, onCancel }: Props) {
  const form = useApiForm({
    schema: words,
    defaultValues: { kind: "scholarly", title, author: "", year: "", URL: "" },
    draft: { place: `cited-source:${projectId}:${title}` },
    send: async (said, { id, requestId }) => {
      const [family, given] = said.author.split(",").map(part => part.trim())
      const csl = {
        type: types[said.kind],
        title: said.title,
        ...(family && { author: [given ? { family, given } : { literal: family }] }),
        ...(said.year && { issued: { "date-parts": [[Number(said.year)]] } }),
        ...(said.URL && { URL: said.URL }),
      }
      const made = await api.post(`/projects/${projectId}/sources`, {
        requestId,
        id,
        kind: said.kind,
        csl,
        archive: null,
      })
      return made.ok ? { ok: true as const, value: { id, label: sourceLine(csl) } } : made
    },
    onDone,
  })
  return (
    <FormFrame form={form}>
      <TextField label="Title" error={form.errorOf("title")} {...form.register("title")} />
      <SelectField
        label="Kind"
        options={sourceKinds.map(value => ({ value, label: sentenceCase(plainWords(value)) }))}
        {...form.register("kind")}
      />
      <TextField
        label="Author"
        hint="Family name, given name"
        optional
        error={form.errorOf("author")}
        {...form.register("author")}
      />
      <TextField label="Year" optional inputMode="numeric" error={form.errorOf("year")} {...form.register("year")} />
      <TextField label="Address on the web" optional error={form.errorOf("URL")} {...form.register("URL")} />
      <p className="flex gap-3">
        <Button type="submit" kind="primary" busy={form.busy}>
          Add the source
        </Button>
        <Button kind="plain" onClick={onCancel}>
          Back
        </Button>
      </p>
    </FormFrame>
  )
}
