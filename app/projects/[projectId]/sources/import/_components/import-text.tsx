"use client"
import { type FormEvent, useEffect, useRef, useState } from "react"
import type { ImportReading } from "../../../../../../lib/queries/read-import.ts"
import { type ApiFailure, api, type Way } from "../../../../../_ui/api.ts"
import { Button } from "../../../../../_ui/button.tsx"
import { FileDrop } from "../../../../../_ui/file-drop.tsx"
import { FormError } from "../../../../../_ui/form-error.tsx"
import { Progress } from "../../../../../_ui/progress.tsx"
import { TextArea } from "../../../../../_ui/text-area.tsx"
import { FileReadingPart } from "../../../documents/new/file-reading.tsx"
import { gone, refusal, unread } from "../../../documents/new/file-troubles.ts"
import { type Reading, useReading } from "../../../documents/new/use-reading.ts"

/** What is to be read: a file, when there is one, or else the text. */
export interface References {
  readonly text: string
  readonly file: File | null
  /** The encoding of the file that the person chose; empty when it is found out. */
  readonly encoding: string
}

interface Props {
  readonly projectId: string
  readonly limit: number
  readonly references: References
  /** Whether the person comes back from what was read. */
  readonly returned: boolean
  readonly onReferences: (references: References) => void
  readonly onRead: (reading: ImportReading) => void
}

/** Takes a pasted text or a file, and has it read. */
export function ImportText({ projectId, limit, references, returned, onReferences, onRead }: Props) {
  const { text, file, encoding } = references
  const form = useRef<HTMLFormElement>(null)
  const tooLarge = file !== null && file.size > limit
  const state = useReading(tooLarge ? null : file, encoding, null)
  const [way, setWay] = useState<Way | null>(null)
  const [failure, setFailure] = useState<ApiFailure | null>(null)
  useEffect(() => {
    if (returned) form.current?.focus()
  }, [returned])
  const read = async (event: FormEvent) => {
    event.preventDefault()
    if (way || tooLarge) return
    setFailure(null)
    const words = file ? await fileText(state) : { text }
    if ("sentence" in words) return setFailure(words)
    setWay({ sent: 0, done: 0 })
    const result = await api.upload<ImportReading>(`/projects/${projectId}/sources/read`, words, setWay)
    setWay(null)
    if (result.ok) onRead(result.value)
    else setFailure(result.failure)
  }
  return (
    <form
      ref={form}
      method="post"
      aria-label="References to read"
      tabIndex={-1}
      onSubmit={event => void read(event)}
      noValidate
      className="grid max-w-[46rem] gap-5 outline-none"
    >
      <FormError failure={failure} />
      <FileDrop
        file={file}
        hint="Drop an export of Zotero or another library here, or choose one: BibTeX, RIS or CSL-JSON."
        accept=".bib,.bibtex,.ris,.json,.txt,text/plain,application/json"
        error={
          tooLarge
            ? "The file is larger than 32 MB. Export a part of the library and import one part after the other."
            : undefined
        }
        onFile={next => onReferences({ text, file: next, encoding: "" })}
      />
      {file && state !== "none" && (
        <FileReadingPart
          state={state}
          chosen={encoding}
          onChoose={chosen => onReferences({ text, file, encoding: chosen })}
        />
      )}
      <div hidden={file !== null}>
        <TextArea
          label="Or paste it"
          hint="BibTeX, RIS, CSL-JSON; or one a line: a DOI, an ISBN, a web address, an archive reference, a reference in words."
          rows={12}
          value={text}
          onChange={event => onReferences({ text: event.currentTarget.value, file, encoding })}
        />
      </div>
      {way && <Progress label={way.sent < 1 ? "Sending" : "Reading"} share={way.sent < 1 ? way.sent : way.done} />}
      <Button type="submit" kind="primary" busy={way !== null} className="justify-self-start">
        Read it
      </Button>
      <p className="max-w-[42rem] text-sm text-soft">
        Nothing is looked up elsewhere and nothing is made up: of a DOI or an ISBN alone you give the title yourself.
      </p>
    </form>
  )
}

/** All that a file says, in the encoding in which its beginning was shown. */
async function fileText(state: Reading): Promise<{ readonly text: string } | ApiFailure> {
  if (typeof state !== "object") return state === "gone" ? gone : unread
  const { bytes, reading } = state
  if (!reading.ok) return reading.failure
  const { rawText } = await import("../../../../../../lib/formats/raw-text.ts")
  const whole = rawText(bytes, reading.encoding)
  return whole.ok ? { text: whole.value.text } : refusal(whole.failure)
}
