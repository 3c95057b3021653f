import { claimsAskedFor } from "../domain/export-state.ts"
import { labels } from "../domain/label.ts"
import { leftOutNote } from "../domain/left-out-passages.ts"
import { logHeadSentence } from "../domain/log-head.ts"
import { claimStates } from "../domain/verdict.ts"
import { webIri } from "./ascii-iri.ts"
import { type ClaimColumn, claimColumns } from "./claims-csv.ts"
import type { ExportFormat, ExportHead } from "./export-format.ts"
import { pieceByPiece } from "./piece-by-piece.ts"

/** What the table for programs holds. It lies beside the table, whose name it bears. */
export const csvwFormat: ExportFormat = {
  extension: "csv-metadata.json",
  mediaType: "application/csvm+json; charset=utf-8",
  notes: false,
  write: pieceByPiece(head => ({
    begin: csvwMetadata(head, { table: `${head.name}.csv`, safe: false }),
    part: () => "",
  })),
}

const datatypes: Readonly<Record<ClaimColumn["holds"], unknown>> = {
  string: "string",
  anyURI: "anyURI",
  integer: { base: "integer", minimum: 0 },
  dateTime: "dateTime",
  label: { base: "string", format: labels.join("|") },
  state: { base: "string", format: claimStates.join("|") },
  "verdict-by": { base: "string", format: "policy|adjudication" },
}

/** Cells that are empty when there is nothing to tell; every other one is filled in each row. */
const maybeEmpty = new Set(["label", "verdict_by", "decided_at", "said"])

/**
 * What a table of claims holds, for programs (W3C "CSV on the Web"). The file lies beside the table, and `table` is the
 * table's name. `safe` says that cells which could start a formula begin with an apostrophe.
 */
export function csvwMetadata(
  head: Pick<ExportHead, "project" | "exportedAt" | "logHead" | "documents" | "chosen">,
  { table, safe }: { readonly table: string; readonly safe: boolean },
): string {
  const licences = [...new Set(head.documents.map(({ licence }) => licence).filter(licence => licence !== ""))]
  const only = licences.length === 1 ? webIri(licences[0]!) : null
  const caution = "A cell that a spreadsheet could take for a formula begins with an apostrophe that is not part of it."
  const metadata = {
    "@context": ["http://www.w3.org/ns/csvw", { "@language": "en" }],
    url: table.split("/").map(encodeURIComponent).join("/"),
    "dc:title": `${head.project}: ${claimsAskedFor[head.chosen.state]}`,
    "dc:created": { "@value": head.exportedAt.toISOString(), "@type": "xsd:dateTime" },
    "dc:description": `A row for each claim. The licence of a claim's text stands in its row.${safe ? ` ${caution}` : ""}${leftOutNote(head.chosen)}`,
    "dc:provenance": logHeadSentence(head.logHead),
    ...(only ? { "dc:license": { "@id": only } } : licences.length > 0 ? { "dc:rights": licences.join("; ") } : {}),
    dialect: {
      encoding: "utf-8",
      delimiter: ",",
      quoteChar: '"',
      doubleQuote: true,
      lineTerminators: ["\r\n"],
      header: true,
      headerRowCount: 1,
      skipInitialSpace: false,
      trim: false,
    },
    tableSchema: {
      primaryKey: "unit_id",
      columns: Object.entries(claimColumns).map(([name, { holds, says }]) => ({
        name,
        titles: name,
        "dc:description": says,
        datatype: datatypes[holds],
        required: holds !== "string" && !maybeEmpty.has(name),
      })),
    },
  }
  return `${JSON.stringify(metadata, null, 2)}\n`
}
