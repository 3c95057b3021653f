"use client"
import { type FormEvent, useState } from "react"
import type { ImportReading } from "../../../../../../lib/queries/read-import.ts"
import { type ApiFailure, api, type Way } from "../../../../../_ui/api.ts"
import { Button } from "../../../../../_ui/button.tsx"
import { FormError } from "../../../../../_ui/form-error.tsx"
import { Progress } from "../../../../../_ui/progress.tsx"
import { TextArea } from "../../../../../_ui/text-area.tsx"

interface Props {
  readonly projectId: string
  readonly text: string
  readonly onText: (text: string) => void
  readonly onRead: (reading: ImportReading) => void
}

/** Bytes of a file from which on it is not shown in the field, which would grow slow. */
const mostShown = 500_000

/** Takes a pasted text or a file, and has it read. */
export function ImportText({ projectId, text, onText, onRead }: Props) {
  const [file, setFile] = useState<{ name: string; text: string } | null>(null)
  const [way, setWay] = useState<Way | null>(null)
  const [failure, setFailure] = useState<ApiFailure | null>(null)
  const take = async (chosen: File | undefined) => {
    if (!chosen) return
    const words = await chosen.text()
    if (chosen.size <= mostShown) {
      setFile(null)
      onText(words)
    } else setFile({ name: chosen.name, text: words })
  }
  const read = async (event: FormEvent) => {
    event.preventDefault()
    setFailure(null)
    setWay({ sent: 0, done: 0 })
    const result = await api.upload<ImportReading>(
      `/projects/${projectId}/sources/read`,
      { text: file?.text ?? text },
      setWay,
    )
    setWay(null)
    if (result.ok) onRead(result.value)
    else setFailure(result.failure)
  }
  return (
    <form method="post" onSubmit={event => void read(event)} noValidate className="grid max-w-[46rem] gap-5">
      <FormError failure={failure} />
      <div className="grid gap-1.5">
        <label htmlFor="bibliography-file" className="font-semibold">
          File <span className="font-normal text-soft">(optional)</span>
        </label>
        <p id="bibliography-file-hint" className="text-sm text-soft">
          An export of Zotero or another library: BibTeX, RIS or CSL-JSON.
        </p>
        <input
          id="bibliography-file"
          type="file"
          accept=".bib,.ris,.json,.txt"
          aria-describedby="bibliography-file-hint"
          onChange={event => void take(event.target.files?.[0])}
        />
      </div>
      {file ? (
        <p className="flex flex-wrap items-center gap-3">
          <b>{file.name}</b> is chosen; it is too long to be shown here.
          <Button size="small" onClick={() => setFile(null)}>
            Take it out
          </Button>
        </p>
      ) : (
        <TextArea
          label="Or paste it"
          hint="BibTeX, RIS, CSL-JSON; or one a line: a DOI, an ISBN, a web address, an archive reference, a reference in words."
          rows={12}
          value={text}
          onChange={event => onText(event.currentTarget.value)}
        />
      )}
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
