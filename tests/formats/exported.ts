import fc from "fast-check"
import { exportStates } from "../../lib/domain/export-state.ts"
import type { OutgoingClaim, OutgoingDocument } from "../../lib/domain/outgoing-claims.ts"
import type { ExportFormat, ExportHead, ExportPart } from "../../lib/formats/export-format.ts"
import { vetted, type WholeExport } from "./vetted.ts"

/** An export as a format gets it, in parts of `size` claims. */
export interface Exported {
  readonly head: ExportHead
  readonly parts: (size: number) => ExportPart[]
}

/** Sentences that offsets stumble over: pairs of surrogates, marks that join, breaks of a line, right to left. */
const sentence = fc.oneof(
  fc.constantFrom(
    "He met 👩‍🚀 the envoy in 1938. ",
    "Маршал был арестован 22 мая 1937 г.\n",
    "Café Nordstern closed; 𝔉raktur stayed.\r\n",
    "שלום, he wrote. ",
    "The ледокол left Murmansk.\n\n",
  ),
  fc.string({ unit: "grapheme", minLength: 1, maxLength: 40 }),
)

/** A text and claims on it in its order, none over another. */
const laidOut = (document: OutgoingDocument): fc.Arbitrary<{ text: string; claims: OutgoingClaim[] }> =>
  fc
    .tuple(
      fc.array(sentence, { minLength: document.claims.length, maxLength: document.claims.length }),
      fc.string({ unit: "grapheme", maxLength: 8 }),
    )
    .map(([sentences, before]) => {
      let start = before.length
      const text = before + sentences.join("")
      const claims = document.claims.map((claim, at) => {
        const end = start + sentences[at]!.length
        const span = { start, end }
        start = end
        const annotations = claim.annotations.map(annotation => ({ ...annotation, ...span }))
        return { ...claim, ...span, annotations, quote: text.slice(span.start, span.end) }
      })
      return { text, claims }
    })

/** Any export whose spans fit its texts and whose citations have their sources. */
export const exported: fc.Arbitrary<Exported> = fc
  .tuple(vetted, fc.boolean(), fc.constantFrom(...exportStates))
  .chain(([all, quotes, state]) =>
    fc.tuple(
      fc.constant(all),
      fc.constant({ quotes, state }),
      fc.tuple(...all.documents.map(document => laidOut(document))),
    ),
  )
  .map(([all, { quotes, state }, laid]) => {
    const cited = all.documents.flatMap(document => document.claims.flatMap(claim => claim.citations))
    const model = all.sources[0]
    const known = new Map(all.sources.map(source => [source.id, source]))
    for (const { sourceId } of cited)
      if (!known.has(sourceId)) known.set(sourceId, { ...(model ?? plainSource), id: sourceId })
    const cites = [...known.keys()]
    const lineage = all.lineage.map((derivation, nth) => ({
      ...derivation,
      derivedId: cites[nth] ?? derivation.derivedId,
    }))
    const documents = all.documents.map(({ claims: _claims, leftOut: _left, ...document }) => document)
    const { projectId, project, policyVersion, exportedAt } = all
    const head = {
      name: "export",
      projectId,
      project,
      policyVersion,
      exportedAt,
      logHead: `1912-${"0123456789abcdef".repeat(4)}`,
      origin: "https://apparatus.example",
      quotes,
      names: "orcid" as const,
      chosen: {
        state,
        documentId: null,
        label: null,
        dissent: null,
        search: quotes ? "arrested" : null,
        leaveOut: quotes ? null : ("open" as const),
      },
    }
    return {
      head: { ...head, documents, sources: known, lineage },
      parts: size =>
        all.documents.flatMap((document, at) => {
          const { text, claims } = laid[at]!
          const shown = quotes ? claims : claims.map(claim => ({ ...claim, quote: "" }))
          const runs = cut(shown, size)
          return runs.map((run, part) => ({
            document: documents[at]!,
            text,
            first: part === 0,
            last: part === runs.length - 1,
            claims: run,
            leftOut: part === runs.length - 1 ? document.leftOut : [],
            trouble: null,
            notes: all.notes,
          }))
        }),
    }
  })

const plainSource = {
  kind: "other" as const,
  line: "A plain source",
  csl: { type: "document", title: "A plain source" },
  archive: null,
  created: "",
  tells: "",
  reliability: null,
  set: "A plain source.",
}

function cut<T>(all: readonly T[], size: number): T[][] {
  const runs: T[][] = []
  for (let at = 0; at < all.length; at += size) runs.push(all.slice(at, at + size))
  return runs.length > 0 ? runs : [[]]
}

async function* each<T>(all: readonly T[]): AsyncGenerator<T> {
  yield* all
}

/** The bytes of a file. */
export async function fileOf(format: ExportFormat, { head, parts }: Exported, size = 100): Promise<Uint8Array> {
  const pieces: Uint8Array[] = []
  for await (const piece of format.write(head, each(parts(size))))
    pieces.push(typeof piece === "string" ? new TextEncoder().encode(piece) : piece)
  return Buffer.concat(pieces)
}

/** The file as text. */
export const textOf = async (format: ExportFormat, all: Exported, size = 100): Promise<string> =>
  new TextDecoder("utf-8", { ignoreBOM: true }).decode(await fileOf(format, all, size))

/** The same export at once. */
export const wholeOf = ({ head, parts }: Exported): WholeExport => {
  const { documents, sources, ...rest } = head
  const all = parts(100)
  return {
    ...rest,
    documents: documents.map((document, at) => ({ ...document, claims: all[at]!.claims, leftOut: all[at]!.leftOut })),
    sources: [...sources.values()],
    notes: new Map(all.flatMap(({ notes }) => [...notes])),
  }
}
