"use client"
import { useRouter } from "next/navigation"
import { useRef, useState } from "react"
import { uuidv7 } from "uuidv7"
import type * as z from "zod"
import { failureSentence } from "../../../../../../../lib/domain/failure-sentence.ts"
import type { VersionPreview } from "../../../../../../../lib/queries/version-preview.ts"
import { versionWords } from "../../../../../../../lib/schema/version-input.ts"
import { type ApiFailure, type ApiResult, api, type Way } from "../../../../../../_ui/api.ts"
import { Button } from "../../../../../../_ui/button.tsx"
import { FileDrop } from "../../../../../../_ui/file-drop.tsx"
import { FormError } from "../../../../../../_ui/form-error.tsx"
import { Progress } from "../../../../../../_ui/progress.tsx"
import { RestoredNote } from "../../../../../../_ui/restored-note.tsx"
import { TextArea } from "../../../../../../_ui/text-area.tsx"
import { toast } from "../../../../../../_ui/toast.ts"
import { useApiForm } from "../../../../../../_ui/use-api-form.ts"
import { base64Of } from "../../../new/base64-of.ts"
import { documentAccept, documentFiles } from "../../../new/document-files.ts"
import { FileReadingPart } from "../../../new/file-reading.tsx"
import { gone, refusal, unread } from "../../../new/file-troubles.ts"
import { useReading } from "../../../new/use-reading.ts"
import { CurrentText, withLineEnds } from "./current-text.tsx"
import { VersionPreviewPart } from "./version-preview-part.tsx"

interface Props {
  readonly projectId: string
  readonly documentId: string
  readonly room: string
  /** The version that is the current one as the page was made. */
  readonly onto: number
  readonly limit: number
  readonly language: string
}

type Content = { readonly text: string } | { readonly file: object }

/** A corrected text, pasted or as a file; then what it would come to; then the button that adds it. */
export function NewVersionForm({ projectId, documentId, room, onto, limit, language }: Props) {
  const router = useRouter()
  const [file, setFile] = useState<File | null>(null)
  const [encoding, setEncoding] = useState("")
  const [way, setWay] = useState<Way | null>(null)
  const [shown, setShown] = useState<{ preview: VersionPreview; content: Content; onto: number } | null>(null)
  const [failure, setFailure] = useState<ApiFailure | null>(null)
  const [adding, setAdding] = useState(false)
  const request = useRef("")
  const state = useReading(file && file.size <= limit ? file : null, encoding, projectId)
  const path = `/documents/${documentId}/versions`

  const upload = async <T,>(address: string, body: object): Promise<ApiResult<T>> => {
    setWay({ sent: 0, done: 0 })
    const result = await api.upload<T>(address, body, setWay)
    setWay(null)
    return result
  }
  const form = useApiForm<
    z.input<typeof versionWords>,
    z.output<typeof versionWords>,
    VersionPreview & { content: Content }
  >({
    schema: versionWords,
    defaultValues: { text: "", file: "", ends: "" },
    draft: { place: `new-version:${documentId}` },
    send: async ({ text, ends }) => {
      const content = contentOf(withLineEnds(text, ends))
      if ("sentence" in content) return { ok: false, failure: content, status: 0 }
      const read = await upload<VersionPreview>(`${path}/read`, { onto, ...content })
      if (!read.ok && read.failure.code === "version-overtaken") router.refresh()
      return read.ok ? { ok: true, value: { ...read.value, content } } : read
    },
    onDone: ({ content, ...preview }) => {
      request.current = uuidv7()
      setShown({ preview, content, onto })
      return "unsaved"
    },
  })

  /** What is sent; what the server would refuse anyway is refused before it is on its way. */
  function contentOf(text: string): ApiFailure | Content {
    const size = file ? file.size : new Blob([text]).size
    if (size > limit) return refusal({ code: "too-large", limit })
    if (!file) return text.trim() === "" ? refusal({ code: "text-empty" }) : { text }
    if (typeof state !== "object") return state === "gone" ? gone : unread
    const { bytes, reading } = state
    if (!reading.ok) return reading.failure
    return { file: { name: file.name, mediaType: file.type, base64: base64Of(bytes), encoding: reading.encoding } }
  }

  const add = async () => {
    if (!shown || adding) return
    setFailure(null)
    setAdding(true)
    const result = await upload(path, { requestId: request.current, onto: shown.onto, ...shown.content })
    if (result.ok) {
      form.discard()
      toast({ text: "The new version is the current text. Undo in the reading room takes it back." })
      return router.push(`${room}/versions`)
    }
    setAdding(false)
    setFailure(result.failure)
    if (result.failure.code === "version-overtaken") {
      setShown(null)
      router.refresh()
    }
  }

  if (shown)
    return (
      <div className="grid gap-8">
        <VersionPreviewPart preview={shown.preview} language={language} />
        <div className="sticky bottom-0 grid gap-3 border-t border-rule bg-paper py-4">
          <FormError failure={failure} />
          {way && <Progress label="Adding the version" share={way.sent < 1 ? way.sent / 2 : way.done} />}
          <div className="flex flex-wrap gap-3">
            <Button kind="primary" busy={adding} onClick={() => void add()}>
              Add this version
            </Button>
            <Button onClick={() => !adding && setShown(null)}>Back to the text</Button>
          </div>
        </div>
      </div>
    )
  const trouble = form.failure ?? failure
  const tooLarge = file && file.size > limit ? failureSentence({ code: "too-large", limit }) : undefined
  return (
    <form method="post" onSubmit={form.submit} noValidate className="grid max-w-[42rem] gap-5">
      <FormError failure={trouble} onIssue={form.focusOn} />
      <RestoredNote at={form.restoredAt} onDiscard={form.discard} />
      <FileDrop
        file={file}
        hint={`Drop the corrected text here or choose it: ${documentFiles}.`}
        accept={documentAccept}
        error={tooLarge}
        onFile={next => {
          setFile(next)
          setEncoding("")
          form.clearFailure()
          form.setValue("file", next ? `${next.name} ${next.size} ${next.lastModified}` : "")
        }}
      />
      {file && state !== "none" && <FileReadingPart state={state} chosen={encoding} onChoose={setEncoding} />}
      <div hidden={file !== null}>
        <TextArea label="Or paste the corrected text" text className="min-h-52" {...form.register("text")} />
      </div>
      {!file && (
        <CurrentText
          documentId={documentId}
          filled={() => form.getValues("text").trim() !== ""}
          onText={(text, ends) => {
            form.setValue("ends", ends)
            form.setValue("text", text, { shouldDirty: true })
            form.setFocus("text")
          }}
        />
      )}
      {way && <Progress label="Comparing the texts" share={way.sent < 1 ? way.sent / 2 : way.done} />}
      <Button type="submit" kind="primary" busy={way !== null} className="justify-self-start">
        Compare with version {onto}
      </Button>
    </form>
  )
}
