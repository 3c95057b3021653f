"use client"
import { type ReactNode, useId, useRef, useState } from "react"
import { logHeadSentence } from "../../../../../lib/domain/log-head.ts"
import { writeCsv } from "../../../../../lib/formats/csv.ts"
import { Button } from "../../../../_ui/button.tsx"
import { saveText } from "../../../../_ui/save-text.ts"
import { pictureFile } from "./picture-file.ts"

interface Props {
  readonly title: string
  /** What the plot shows, in a sentence, for everybody. */
  readonly summary: ReactNode
  /** How its numbers are made, where one may doubt it. */
  readonly note?: ReactNode
  /** What files are called, without an ending. */
  readonly file: string
  /** The same as rows, the heading first. */
  readonly rows: readonly (readonly (string | number)[])[]
  /** The head of the project's log, which each file states. */
  readonly logHead: string
  /** The same to be read as a table. */
  readonly table: ReactNode
  readonly children: ReactNode
}

/** A plot under its heading, with a sentence that says what it shows; also as a table, and as a file of either. */
export function PlotFigure({ title, summary, note, file, rows, logHead, table, children }: Props) {
  const id = useId()
  const drawing = useRef<HTMLDivElement>(null)
  const [asTable, setAsTable] = useState(false)
  const turn = asTable ? "As a picture" : "As a table"
  const saveSvg = () => {
    const pictures = [...(drawing.current?.querySelectorAll<SVGSVGElement>("svg.plot") ?? [])]
    saveText(pictureFile(pictures, title, logHeadSentence(logHead)), `${file}.svg`, "image/svg+xml")
  }
  const saveCsv = () => {
    const cells = rows.map((row, at) => [...row.map(String), at === 0 ? "log_head" : logHead])
    saveText(writeCsv(cells), `${file}.csv`, "text/csv")
  }
  return (
    <section aria-labelledby={id} className="mb-14">
      <div className="mb-4 flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
        <div className="min-w-0">
          <h2 id={id} className="text-2xl">
            {title}
          </h2>
          <p className="mt-1 max-w-[40rem] text-soft">{summary}</p>
        </div>
        <div className="flex flex-wrap gap-2 print:hidden">
          <Button size="small" aria-label={`${turn}: ${title}`} onClick={() => setAsTable(shown => !shown)}>
            {turn}
          </Button>
          {!asTable && (
            <Button size="small" aria-label={`SVG: ${title}`} onClick={saveSvg}>
              SVG
            </Button>
          )}
          <Button size="small" aria-label={`CSV: ${title}`} onClick={saveCsv}>
            CSV
          </Button>
        </div>
      </div>
      {asTable ? table : <div ref={drawing}>{children}</div>}
      {note && <p className="mt-3 max-w-[40rem] text-sm text-soft">{note}</p>}
    </section>
  )
}
