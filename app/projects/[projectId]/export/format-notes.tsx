import type { ReactNode } from "react"
import type { ExportFormatName } from "../../../../lib/domain/export-format-name.ts"
import { labelStudioSetup } from "../../../../lib/formats/label-studio.ts"
import { TextLink } from "../../../_ui/text-link.tsx"

const link = "underline decoration-1 underline-offset-2"

/** What a reader of some formats needs beside the file. */
export const formatNotes: Readonly<Partial<Record<ExportFormatName, ReactNode>>> = {
  json: (
    <>
      <a href="/api/v1/schemas/claims-1.json" className={link}>
        Its schema
      </a>
      ; programs can fetch it through{" "}
      <TextLink href="/api" kind="quiet" className={link}>
        the API
      </TextLink>
    </>
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
