"use client"
import { type FormEvent, useState } from "react"
import { largestMarkings } from "../../../../../../../lib/schema/pre-annotation-input.ts"
import { Button } from "../../../../../../_ui/button.tsx"
import { FormError } from "../../../../../../_ui/form-error.tsx"
import { Progress } from "../../../../../../_ui/progress.tsx"
import { base64Of } from "../../../new/base64-of.ts"
import type { FileReader } from "./use-read-files.ts"

export interface ChosenFile {
  readonly name: string
  readonly base64: string
}

const refused = (sentence: string) => ({ code: "invalid", sentence })

/** Takes the files and has them read. */
export function ChooseFiles({ reader }: { readonly reader: FileReader }) {
  const { way, failure, setFailure, read } = reader
  const [files, setFiles] = useState<readonly File[]>([])
  const send = async (event: FormEvent) => {
    event.preventDefault()
    if (files.length === 0) return setFailure(refused("Choose a file."))
    if (files.reduce((total, { size }) => total + size, 0) > largestMarkings)
      return setFailure(
        refused("The files are larger than 16 MB. Export fewer texts at once and bring them in one after the other."),
      )
    try {
      await read(await Promise.all(files.map(encoded)))
    } catch {
      setFailure(refused("A file can't be read any more. Choose it again."))
    }
  }
  return (
    <form method="post" onSubmit={event => void send(event)} noValidate className="grid max-w-[46rem] gap-5">
      <FormError failure={failure} />
      <div className="grid gap-1.5">
        <label htmlFor="markings" className="font-semibold">
          File
        </label>
        <p id="markings-hint" className="text-sm text-soft">
          Web Annotation, Hypothesis, Label Studio, doccano, or an export of claims of this tool as JSON; for brat the
          .ann and .txt files together, or a ZIP of them. At most 16 MB.
        </p>
        <input
          id="markings"
          type="file"
          multiple
          aria-describedby="markings-hint"
          accept=".json,.jsonld,.jsonl,.ndjson,.ann,.txt,.zip"
          className="py-1 file:mr-3 file:rounded-md file:border file:border-line file:bg-sheet file:px-3 file:py-1"
          onChange={event => setFiles([...(event.currentTarget.files ?? [])])}
        />
      </div>
      {way && <Progress label={way.sent < 1 ? "Sending" : "Reading"} share={way.sent < 1 ? way.sent : way.done} />}
      <Button type="submit" kind="primary" busy={way !== null} className="justify-self-start">
        Read it
      </Button>
      <p className="max-w-[42rem] text-sm text-soft">
        You see where each passage stands, and line by line what does not fit, before anything is brought in. Nothing is
        looked up elsewhere.
      </p>
    </form>
  )
}

const encoded = async (file: File): Promise<ChosenFile> => ({
  name: file.name,
  base64: base64Of(new Uint8Array(await file.arrayBuffer())),
})
