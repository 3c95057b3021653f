import { faultyFields } from "./csl-schema.ts"
import type { ExportedSource, ExportFormat } from "./export-format.ts"
import { pieceByPiece } from "./piece-by-piece.ts"

/**
 * The cited sources as CSL-JSON 1.0, for Zotero, Pandoc and every citation processor. Parts of an archival reference
 * that the schema has no field for stand in `custom` too, under their own names, and so does the head of the log.
 */
export const cslJson: ExportFormat = {
  extension: "csl.json",
  mediaType: "application/vnd.citationstyles.csl+json",
  notes: false,
  write: pieceByPiece(({ sources, logHead }) => {
    const items = [...sources.values()].map(source => JSON.stringify(withHead(cslItemOf(source), logHead)))
    return { begin: items.length === 0 ? "[]\n" : `[\n${items.join(",\n")}\n]\n`, part: () => "" }
  }),
}

const withHead = (item: CslItem, logHead: string) => ({ ...item, custom: { ...item.custom, logHead } })

interface CslItem {
  readonly type: string
  readonly custom?: object
}

/** A source as an item with its id and its place in an archive, and with nothing that the schema refuses. */
export function cslItemOf({ id, csl, archive }: ExportedSource): CslItem {
  const item = { ...csl, id, ...(archive && placed(archive)) }
  const faulty = new Set(faultyFields(item))
  const sound = Object.entries(item).filter(([field]) => field === "id" || !faulty.has(field))
  return { type: "document", ...Object.fromEntries(sound) }
}

function placed({ archive, fond, opis, delo, list }: NonNullable<ExportedSource["archive"]>) {
  const russian = /\p{Script=Cyrillic}/u.test(archive)
  const [f, o, d, l] = russian ? ["ф.", "оп.", "д.", "л."] : ["f.", "op.", "d.", "l."]
  const location = [opis && `${o} ${opis}`, delo && `${d} ${delo}`, list && `${l} ${list}`].filter(Boolean).join(", ")
  return {
    archive,
    ...(fond && { archive_collection: `${f} ${fond}` }),
    ...(location && { archive_location: location }),
    custom: { ...(fond && { fond }), ...(opis && { opis }), ...(delo && { delo }), ...(list && { list }) },
  }
}
