"use client"
import { SelectField } from "../../../../_ui/select-field.tsx"
import { encodings, encodingWords } from "./encoding-words.ts"
import { FileContents } from "./file-contents.tsx"
import { gone } from "./file-troubles.ts"
import type { FileReading } from "./read-file.ts"
import type { Reading } from "./use-reading.ts"

interface Props {
  readonly state: Exclude<Reading, "none">
  /** The encoding that the person chose; empty when it is found out. */
  readonly chosen: string
  readonly onChoose: (encoding: string) => void
}

/** Whether the encoding matters: the file is plain text within, or was read in a wrong one. */
const isText = (reading: FileReading | null) =>
  reading !== null && (reading.ok ? reading.encoding !== "" : encodingTroubles.includes(reading.failure.code))
const encodingTroubles = ["text-undecodable", "text-binary", "text-empty"]

/** How a file is read: its encoding, found out or chosen, and its first lines, by which the person can tell. */
export function FileReadingPart({ state, chosen, onChoose }: Props) {
  if (state === "gone") return <p className="text-danger">{gone.sentence}</p>
  const reading = state === "reading" ? null : state.reading
  const found = reading?.ok ? reading.encoding : ""
  return (
    <div className="grid gap-4 border-l-2 border-rule pl-4">
      {reading && !reading.ok && !isText(reading) && <p className="text-danger">{reading.failure.sentence}</p>}
      {isText(reading) && (
        <SelectField
          label="Encoding"
          hint={
            found && chosen === ""
              ? `Found out from the file: ${encodingWords(found)}. If the first lines look wrong, choose another one.`
              : "If the first lines look wrong, choose another one."
          }
          options={[{ value: "", label: "Find out from the file" }, ...encodings]}
          value={chosen}
          onChange={event => onChoose(event.target.value)}
          error={reading && !reading.ok ? reading.failure.sentence : undefined}
        />
      )}
      {reading?.ok && reading.preview && <FileContents preview={reading.preview} />}
      {reading?.ok && (
        <figure className="grid gap-1">
          <figcaption className="label-caps">{reading.whole ? "What it says" : "How it begins"}</figcaption>
          <p className="max-h-48 overflow-y-auto font-text whitespace-pre-wrap wrap-anywhere">
            {reading.start}
            {!reading.whole && " …"}
          </p>
        </figure>
      )}
      {!reading && <p className="text-soft">Reading the file …</p>}
    </div>
  )
}
