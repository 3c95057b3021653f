import type { ReactNode } from "react"
import {
  type ExportFormatName,
  exportFormatGroups,
  exportFormatWords,
} from "../../../../lib/domain/export-format-name.ts"
import { labelStudioSetup } from "../../../../lib/formats/label-studio.ts"
import { TextLink } from "../../../_ui/text-link.tsx"
import { listAddress } from "../_components/list-address.ts"

interface Props {
  readonly projectId: string
  readonly choice: Readonly<Record<string, string | undefined>>
}

const link = "underline decoration-1 underline-offset-2"

/** What a reader of some formats needs beside the file. */
const notes: Readonly<Partial<Record<ExportFormatName, ReactNode>>> = {
  json: (
    <a href="/api/v1/schemas/claims-1.json" className={link}>
      Its schema
    </a>
  ),
  jsonl: (
    <a href="/api/v1/schemas/claim-lines-1.json" className={link}>
      The schema of a line
    </a>
  ),
  "web-annotation": (
    <TextLink href="/vocab" kind="quiet">
      What its terms mean
    </TextLink>
  ),
  "label-studio": (
    <details>
      <summary className="cursor-pointer">Set up the project there with this</summary>
      <pre className="mt-1 overflow-x-auto rounded-md bg-wash p-2 text-xs whitespace-pre-wrap">{labelStudioSetup}</pre>
    </details>
  ),
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
