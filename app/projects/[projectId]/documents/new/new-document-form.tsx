"use client"
import { useRouter } from "next/navigation"
import { useEffect, useRef, useState } from "react"
import * as z from "zod"
import { failureSentence } from "../../../../../lib/domain/failure-sentence.ts"
import { provenance } from "../../../../../lib/schema/project-input.ts"
import { type ApiFailure, api, type Way } from "../../../../_ui/api.ts"
import { Button } from "../../../../_ui/button.tsx"
import { draftLimits } from "../../../../_ui/drafts.ts"
import { FileDrop } from "../../../../_ui/file-drop.tsx"
import { FormError } from "../../../../_ui/form-error.tsx"
import { Progress } from "../../../../_ui/progress.tsx"
import { RestoredNote } from "../../../../_ui/restored-note.tsx"
import { TextArea } from "../../../../_ui/text-area.tsx"
import { TextField } from "../../../../_ui/text-field.tsx"
import { toast } from "../../../../_ui/toast.ts"
import { useApiForm } from "../../../../_ui/use-api-form.ts"
import { base64Of } from "./base64-of.ts"
import { documentAccept, documentFiles } from "./document-files.ts"
import { FetchPage } from "./fetch-page.tsx"
import { FileReadingPart } from "./file-reading.tsx"
import { gone, refusal, unread } from "./file-troubles.ts"
import { KnownText } from "./known-text.tsx"
import { ProvenanceFields } from "./provenance-fields.tsx"
import { useReading } from "./use-reading.ts"

// `file` tells files apart, so that another file is another attempt.
const words = provenance.extend({ text: z.string(), file: z.string() })
const empty = { title: "", text: "", file: "", author: "", foundAt: "", foundOn: "", licence: "", language: "" }

/** What can be wrong with the text itself, rather than with the words about it. */
const textTroubles = ["text-empty", "text-binary", "text-undecodable", "text-known", "too-large", "file-unreadable"]

interface Props {
  readonly projectId: string
  /** Bytes of a text at most. */
  readonly limit: number
  /** Whether a page can be fetched from the web. */
  readonly fetches: boolean
}

interface Added {
  readonly id: string
  readonly sha256?: string
  readonly units?: number
}

/** Takes a text, pasted or as a file, with where it comes from. After a refusal everything typed is still there. */
export function NewDocumentForm({ projectId, limit, fetches }: Props) {
  const router = useRouter()
  const [file, setFile] = useState<File | null>(null)
  const [encoding, setEncoding] = useState("")
  const [way, setWay] = useState<Way | null>(null)
  const again = useRef(false)
  /** The title that was made of the file's name, so that a better one may take its place. */
  const guessed = useRef("")
  const state = useReading(file && file.size <= limit ? file : null, encoding, projectId)
  const form = useApiForm<z.input<typeof words>, z.output<typeof words>, Added>({
    schema: words,
    defaultValues: empty,
    draft: { place: `new-document:${projectId}` },
    send: async ({ text, file: _, ...about }, attempt) => {
      const content = contentOf(text)
      if ("sentence" in content) return { ok: false, failure: content, status: 0 }
      setWay({ sent: 0, done: 0 })
      const body = { ...attempt, ...about, ...content, again: again.current }
      const result = await api.upload<Omit<Added, "id">>(`/projects/${projectId}/documents`, body, setWay)
      setWay(null)
      again.current = false
      return result.ok ? { ok: true, value: { ...result.value, id: attempt.id } } : result
    },
    onDone: ({ id, sha256, units }) => {
      if (sha256) toast({ text: `Added in ${units} passages. SHA-256 of the text: ${sha256}`, seconds: 15 })
      router.push(`/projects/${projectId}/documents/${id}`)
      return "leaving"
    },
  })

  /** What is sent; what the server would refuse anyway is refused before it is on its way. */
  function contentOf(text: string): ApiFailure | { readonly text: string } | { readonly file: object } {
    const size = file ? file.size : new Blob([text]).size
    if (size > limit) return refusal({ code: "too-large", limit })
    if (!file) return text.trim() === "" ? refusal({ code: "text-empty" }) : { text }
    if (typeof state !== "object") return state === "gone" ? gone : unread
    const { bytes, reading } = state
    if (!reading.ok) return reading.failure
    // What is sent is read there as it was shown here.
    return { file: { name: file.name, mediaType: file.type, base64: base64Of(bytes), encoding: reading.encoding } }
  }

  const choose = (next: File | null, named = "") => {
    setFile(next)
    setEncoding(named)
    form.clearFailure()
    form.setValue("file", next ? `${next.name} ${next.size} ${next.lastModified}` : "")
    if (next && form.getValues("title") === "") {
      guessed.current = stemOf(next.name)
      form.setValue("title", guessed.current)
    }
  }
  const fetched = (next: File, address: string, named: string) => {
    choose(next, named)
    form.setValue("foundAt", address, { shouldDirty: true })
    form.setValue("foundOn", today(), { shouldDirty: true })
  }
  // What the file says of itself goes where nothing was typed.
  const preview = typeof state === "object" && state.reading.ok ? state.reading.preview : null
  const { getValues, setValue } = form
  useEffect(() => {
    if (!preview) return
    if (preview.title && getValues("title") === guessed.current) setValue("title", preview.title)
    for (const name of ["author", "language", "licence"] as const)
      if (preview[name] && getValues(name) === "") setValue(name, preview[name])
  }, [preview, getValues, setValue])
  // A file can't be kept in the browser, nor a text as long as a book; all else that is typed is.
  const { isDirty } = form.formState
  useLeaveWarning(file !== null || (isDirty && form.getValues("text").length > draftLimits.characters / 2), form.busy)
  const { failure } = form
  const trouble = failure && textTroubles.includes(failure.code) ? failure.sentence : undefined
  const tooLarge = file && file.size > limit ? failureSentence({ code: "too-large", limit }) : undefined
  return (
    <form method="post" onSubmit={form.submit} noValidate className="grid gap-5">
      <FormError failure={failure} onIssue={form.focusOn} />
      <RestoredNote at={form.restoredAt} onDiscard={form.discard} />
      {failure?.code === "text-known" && (
        <KnownText
          href={`/projects/${projectId}/documents/${failure["documentId"]}`}
          title={String(failure["documentTitle"])}
          busy={form.busy}
          onAgain={() => {
            again.current = true
            void form.submit()
          }}
        />
      )}
      <TextField label="Title" error={form.errorOf("title")} {...form.register("title")} />
      <FileDrop
        file={file}
        hint={`Drop a file here or choose one: ${documentFiles}, up to ${megabytes(limit)}.`}
        accept={documentAccept}
        error={tooLarge ?? (file ? trouble : undefined)}
        onFile={next => choose(next)}
      />
      {file && state !== "none" && <FileReadingPart state={state} chosen={encoding} onChoose={setEncoding} />}
      <div hidden={file !== null} className="grid gap-5">
        <TextArea
          label="Or paste the text"
          text
          className="min-h-52"
          error={file ? undefined : trouble}
          {...form.register("text")}
        />
        {fetches && <FetchPage projectId={projectId} onFile={fetched} />}
      </div>
      <ProvenanceFields form={form} />
      {way && (
        <Progress
          label={way.sent < 1 ? "Sending the text" : "Splitting it into claims"}
          share={way.sent < 1 ? way.sent : way.done}
        />
      )}
      <Button type="submit" kind="primary" busy={form.busy} className="justify-self-start">
        Add the document
      </Button>
    </form>
  )
}

/** Lets the browser ask before the page is left with something on it that is nowhere else. */
function useLeaveWarning(typed: boolean, busy: boolean) {
  useEffect(() => {
    if (!typed || busy) return
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    addEventListener("beforeunload", ask)
    return () => removeEventListener("beforeunload", ask)
  }, [typed, busy])
}

const today = () => {
  const now = new Date()
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map(part => String(part).padStart(2, "0")).join("-")
}

const stemOf = (name: string) =>
  name
    .replace(/\.[^.]{1,8}$/, "")
    .replaceAll(/[_\s]+/g, " ")
    .trim()
    .slice(0, 300)

const megabytes = (bytes: number) => `${Math.round((bytes / 1_048_576) * 10) / 10} MB`
