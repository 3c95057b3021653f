import type { ReactNode } from "react"
import {
  type ExportFormatName,
  exportFormatGroups,
  exportFormatWords,
} from "../../../../lib/domain/export-format-name.ts"

interface Props {
  /** What a reader of some formats needs beside the file. */
  readonly notes: Readonly<Partial<Record<ExportFormatName, ReactNode>>>
  /** How a format is got. */
  readonly offer: (format: ExportFormatName, title: string) => ReactNode
}

/** The formats in which the chosen claims can be had, by whom they are for. */
export function DownloadList({ notes, offer }: Props) {
  return (
    <div className="grid gap-x-10 gap-y-6 md:grid-cols-2">
      {exportFormatGroups.map(({ title, formats }) => (
        <section key={title} aria-label={title}>
          <h3 className="mb-1 text-lg">{title}</h3>
          <ul className="divide-y divide-rule border-y border-rule">
            {formats.map(format => (
              <li key={format} className="py-2.5">
                {offer(format, exportFormatWords[format].title)}
                <div className="text-sm text-soft">
                  <p>{exportFormatWords[format].holds}</p>
                  {notes[format]}
                </div>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  )
}
