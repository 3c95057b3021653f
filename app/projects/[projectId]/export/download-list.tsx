import type { ReactNode } from "react"
import {
  type ExportFormatName,
  exportFormatGroups,
  exportFormatWords,
} from "../../../../lib/domain/export-format-name.ts"

/** The formats in which the chosen claims can be had, by whom they are for; `offer` is how each is got. */
export function DownloadList({ offer }: { readonly offer: (format: ExportFormatName, title: string) => ReactNode }) {
  return (
    <div className="grid gap-x-10 gap-y-6 md:grid-cols-2">
      {exportFormatGroups.map(({ title, formats }) => (
        <section key={title} aria-label={title}>
          <h3 className="mb-1 text-lg">{title}</h3>
          <ul className="divide-y divide-rule border-y border-rule">
            {formats.map(format => (
              <li key={format} className="py-2.5">
                {offer(format, exportFormatWords[format].title)}
                <p className="text-sm text-soft">{exportFormatWords[format].holds}</p>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  )
}
