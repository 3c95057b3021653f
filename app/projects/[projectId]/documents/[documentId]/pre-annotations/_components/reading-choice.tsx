"use client"
import { markedFormats } from "../../../../../../../lib/formats/marked-file.ts"
import { Button } from "../../../../../../_ui/button.tsx"
import { FocusedLine } from "../../../../../../_ui/focused-line.tsx"
import { FormError } from "../../../../../../_ui/form-error.tsx"
import { ListPages, useListPage } from "../../../../../../_ui/list-pages.tsx"
import { Progress } from "../../../../../../_ui/progress.tsx"
import { TextLink } from "../../../../../../_ui/text-link.tsx"
import type { ReadFiles } from "./bring-in.tsx"
import { HowRead } from "./how-read.tsx"
import { LabelMapping } from "./label-mapping.tsx"
import { PassageItem } from "./passage-item.tsx"
import { Troubles } from "./troubles.tsx"
import { useBringIn } from "./use-bring-in.ts"
import type { FileReader } from "./use-read-files.ts"

interface Props {
  readonly documentId: string
  readonly room: string
  readonly read: ReadFiles
  readonly reader: FileReader
  readonly onBack: () => void
}

/** What was read of the files: what becomes of each label, where each passage stands, and what does not fit. */
export function ReadingChoice({ documentId, room, read, reader, onBack }: Props) {
  const choice = useBringIn(documentId, read)
  const { all, wanted, way, done } = choice
  const list = useListPage(all)
  const { reading, files } = read
  if (done)
    return (
      <div className="grid justify-items-start gap-4">
        <FocusedLine key="done" className="font-text text-lg">
          Brought in:{" "}
          {[
            done.suggestions > 0 && counted(done.suggestions, "suggestion"),
            done.flags > 0 && counted(done.flags, "flag"),
          ]
            .filter(Boolean)
            .join(" and ")}
          {done.skipped > 0 && `. ${counted(done.skipped, "passage")} on no claim any more: passed over`}.
        </FocusedLine>
        <p className="text-soft">
          Each suggestion stands on the card of its claim. Undo in the document takes it all back.
        </p>
        <TextLink href={room}>Go to the document</TextLink>
      </div>
    )
  return (
    <div className="grid gap-5">
      <FocusedLine key="read">
        Read as {markedFormats[reading.format]}: {counted(all.length, "passage")} of this text
        {reading.troubles.length > 0 && `, and ${counted(reading.troubles.length, "thing")} that did not fit`}.
      </FocusedLine>
      <FormError failure={choice.failure ?? reader.failure} />
      <HowRead read={read} reader={reader} />
      {all.length > 0 && <LabelMapping choice={choice} />}
      <div className="flex flex-wrap items-center gap-2">
        <Button
          kind="primary"
          busy={way !== null}
          disabled={wanted.length === 0 || reader.way !== null}
          onClick={() => void choice.send()}
        >
          Bring in {counted(wanted.length, "passage")}
        </Button>
        <Button kind="plain" onClick={onBack}>
          Choose other files
        </Button>
      </div>
      {way && <Progress label={way.sent < 1 ? "Sending" : "Bringing in"} share={way.sent < 1 ? way.sent : way.done} />}
      {all.length > 0 && (
        <ul aria-label="Passages that were read" className="divide-y divide-rule border-y border-rule">
          {list.shown.map(one => (
            <PassageItem key={one.number} one={one} choice={choice} />
          ))}
        </ul>
      )}
      <ListPages label="Pages of what was read" list={list} />
      {reading.troubles.length > 0 && <Troubles troubles={reading.troubles} file={files[0]?.name ?? "file"} />}
    </div>
  )
}

const counted = (n: number, what: string) => `${n === 1 ? "one" : n.toLocaleString("en")} ${what}${n === 1 ? "" : "s"}`
