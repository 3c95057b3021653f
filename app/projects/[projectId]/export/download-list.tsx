import {
  type ExportFormatName,
  exportFormatGroups,
  exportFormatWords,
} from "../../../../lib/domain/export-format-name.ts"
import { listAddress } from "../_components/list-address.ts"

interface Props {
  readonly projectId: string
  readonly choice: Readonly<Record<string, string | undefined>>
}

/** The formats in which the chosen claims can be had, by whom they are for. */
export function DownloadList({ projectId, choice }: Props) {
  const address = (format: ExportFormatName) =>
    listAddress(`/api/v1/projects/${projectId}/export`, { ...choice, format })
  return (
    <div className="grid gap-x-10 gap-y-6 md:grid-cols-2">
      {exportFormatGroups.map(({ title, formats }) => (
        <section key={title} aria-label={title}>
          <h3 className="mb-1 text-lg">{title}</h3>
          <ul className="divide-y divide-rule border-y border-rule">
            {formats.map(format => (
              <li key={format} className="py-2.5">
                <a href={address(format)} download className="font-semibold">
                  {exportFormatWords[format].title}
                </a>
                <p className="text-sm text-soft">{exportFormatWords[format].holds}</p>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  )
}
