import type { ExportFormatName } from "../domain/export-format-name.ts"
import { claimsJsonFormat } from "./claims-json.ts"
import { claimsJsonl } from "./claims-jsonl.ts"
import type { ExportFormat } from "./export-format.ts"

/** The formats of exports by the name that an address asks for them with. */
export const exportFormats: Readonly<Record<ExportFormatName, ExportFormat>> = {
  json: claimsJsonFormat,
  jsonl: claimsJsonl,
}
