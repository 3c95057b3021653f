import type { ExportFormatName } from "../domain/export-format-name.ts"
import { bibtex } from "./bibtex.ts"
import { brat } from "./brat.ts"
import { claimReview } from "./claim-review.ts"
import { claimsCsvData, claimsCsvSafe } from "./claims-csv.ts"
import { claimsJsonFormat } from "./claims-json.ts"
import { claimsJsonl } from "./claims-jsonl.ts"
import { claimsXlsx } from "./claims-xlsx.ts"
import { cslJson } from "./csl-json.ts"
import { csvwFormat } from "./csvw.ts"
import { doccanoJsonl } from "./doccano-jsonl.ts"
import type { ExportFormat } from "./export-format.ts"
import { hypothesisJson } from "./hypothesis-json.ts"
import { labelStudio } from "./label-studio.ts"
import { provJson } from "./prov-json.ts"
import { reportDocx } from "./report-docx.ts"
import { reportMarkdown } from "./report-markdown.ts"
import { ris } from "./ris.ts"
import { teiP5 } from "./tei.ts"
import { webAnnotation } from "./web-annotation.ts"
import { wikitext } from "./wikitext.ts"

/** The formats that are written in one reading of the claims; an RO-Crate takes several. */
export type CrateFormat = Exclude<ExportFormatName, "ro-crate">

/** The formats of exports by the name that an address asks for them with. */
export const exportFormats: Readonly<Record<CrateFormat, ExportFormat>> = {
  json: claimsJsonFormat,
  jsonl: claimsJsonl,
  csv: claimsCsvSafe,
  "csv-data": claimsCsvData,
  csvw: csvwFormat,
  "web-annotation": webAnnotation,
  xlsx: claimsXlsx,
  markdown: reportMarkdown,
  hypothesis: hypothesisJson,
  doccano: doccanoJsonl,
  "label-studio": labelStudio,
  brat,
  docx: reportDocx,
  wikitext,
  bibtex,
  ris,
  "csl-json": cslJson,
  tei: teiP5,
  "claim-review": claimReview,
  prov: provJson,
}
