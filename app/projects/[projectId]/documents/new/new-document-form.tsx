"use client"
import Link from "next/link"
import { useRouter } from "next/navigation"
import { useRef, useState } from "react"
import { provenance } from "../../../../../lib/schema/project-input.ts"
import { api } from "../../../../_ui/api.ts"
import { Button } from "../../../../_ui/button.tsx"
import { Field } from "../../../../_ui/field.tsx"
import { FormError } from "../../../../_ui/form-error.tsx"
import { Progress } from "../../../../_ui/progress.tsx"
import { SelectField } from "../../../../_ui/select-field.tsx"
import { TextArea } from "../../../../_ui/text-area.tsx"
import { TextField } from "../../../../_ui/text-field.tsx"
import { useApiForm } from "../../../../_ui/use-api-form.ts"

const encodings = [
  { value: "", label: "Find out from the file" },
  { value: "utf-8", label: "UTF-8" },
  { value: "utf-16le", label: "UTF-16" },
  { value: "windows-1251", label: "Windows-1251 (Cyrillic)" },
  { value: "windows-1252", label: "Windows-1252 (Western)" },
  { value: "koi8-r", label: "KOI8-R (Cyrillic)" },
]
const empty = { title: "", author: "", foundAt: "", foundOn: "", licence: "", language: "" }

/** Takes a text, pasted or as a file, with where it comes from. After a refusal everything typed is still there. */
export function NewDocumentForm({ projectId }: { projectId: string }) {
  const router = useRouter()
  const [text, setText] = useState("")
  const [file, setFile] = useState<File | null>(null)
  const [encoding, setEncoding] = useState("")
  const again = useRef(false)
  const form = useApiForm({
    schema: provenance,
    defaultValues: empty,
    send: async words => {
      const content = file
        ? { file: { name: file.name, mediaType: file.type, base64: await base64Of(file), encoding } }
        : { text }
      const id = crypto.randomUUID()
      const body = { id, requestId: crypto.randomUUID(), ...words, ...content, again: again.current }
      again.current = false
      const result = await api.post(`/projects/${projectId}/documents`, body)
      return result.ok ? { ok: true as const, value: { id } } : result
    },
    onDone: ({ id }) => router.push(`/projects/${projectId}/documents/${id}`),
  })
  const known = form.failure?.code === "text-known" ? String(form.failure["documentId"]) : null
  return (
    <form method="post" onSubmit={form.submit} noValidate className="grid gap-5">
      <FormError failure={form.failure} onIssue={form.focusOn} />
      {known && (
        <div className="flex flex-wrap items-center gap-4">
          <Link href={`/projects/${projectId}/documents/${known}`}>Open the document that has this text</Link>
          <Button
            type="submit"
            onClick={() => {
              again.current = true
            }}
          >
            Add it again
          </Button>
        </div>
      )}
      <TextField label="Title" error={form.errorOf("title")} {...form.register("title")} />
      <Field label="File" hint="Plain text or HTML. A file wins over pasted text." optional>
        {wiring => (
          <input
            {...wiring}
            type="file"
            accept=".txt,.text,.md,.html,.htm,text/plain,text/html"
            className="control"
            onChange={event => setFile(event.target.files?.[0] ?? null)}
          />
        )}
      </Field>
      {file ? (
        <SelectField
          label="Encoding"
          options={encodings}
          value={encoding}
          onChange={event => setEncoding(event.target.value)}
        />
      ) : (
        <TextArea
          label="Or paste the text"
          text
          rows={10}
          value={text}
          onChange={event => setText(event.target.value)}
        />
      )}
      <TextField label="Author" optional error={form.errorOf("author")} {...form.register("author")} />
      <TextField
        label="Where it was found"
        hint="An address, or a description."
        optional
        error={form.errorOf("foundAt")}
        {...form.register("foundAt")}
      />
      <TextField
        label="When it was found"
        hint="For example 2024-05-31."
        optional
        error={form.errorOf("foundOn")}
        {...form.register("foundOn")}
      />
      <TextField label="Licence" optional error={form.errorOf("licence")} {...form.register("licence")} />
      <TextField
        label="Language"
        hint="A tag such as en or ru. Empty: it is found out from the text."
        optional
        error={form.errorOf("language")}
        {...form.register("language")}
      />
      {form.busy && <Progress label="Sending the text and splitting it into claims" />}
      <Button type="submit" kind="primary" busy={form.busy} className="justify-self-start">
        Add the document
      </Button>
    </form>
  )
}

async function base64Of(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  const parts: string[] = []
  for (let at = 0; at < bytes.length; at += 32_768) parts.push(String.fromCharCode(...bytes.subarray(at, at + 32_768)))
  return btoa(parts.join(""))
}
