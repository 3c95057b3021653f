import { fail, ok, type Result } from "../domain/failure.ts"
import type { FileTrouble, MarkedFormat, OffsetUnit } from "../formats/marked-file.ts"
import { type OwnText, type PlacedPassage, placePassages, textsOfOurs } from "../formats/place-passages.ts"
import { readPreAnnotations } from "../formats/read-pre-annotations.ts"
import type { NamedFile } from "../formats/unpacked.ts"

/** How files are to be read against a text of ours. */
export interface MarkingsToRead {
  /** What positions count; null for what those of the format do. */
  readonly counted: OffsetUnit | null
  /** The text of the files that is ours, when a person says so; null to find it. */
  readonly of: string | null
  readonly ours: OwnText
  /** Passages that may be of our text at most. */
  readonly most: number
}

/** What files of other tools mark in a text of ours. */
export interface MarkedReading {
  readonly format: MarkedFormat
  /** The texts of the file with how many passages each has, and which of them is taken for ours. */
  readonly texts: readonly {
    readonly key: string
    readonly name: string
    readonly passages: number
    readonly ours: boolean
  }[]
  readonly placed: readonly PlacedPassage[]
  readonly troubles: readonly FileTrouble[]
}

/** Reads what files mark, and places it in our text. It runs in a process of its own: it may take long. */
export function readMarked(
  files: readonly NamedFile[],
  { counted, of, ours, most }: MarkingsToRead,
): Result<MarkedReading> {
  const file = readPreAnnotations(files, counted)
  if (!file.ok) return file
  const { format, passages, texts, troubles } = file.value
  const keys = new Set(of === null ? textsOfOurs(texts, ours) : [of])
  const counts = new Map<string, number>()
  for (const passage of passages) counts.set(passage.of, (counts.get(passage.of) ?? 0) + 1)
  const count = [...keys].reduce((sum, key) => sum + (counts.get(key) ?? 0), 0)
  if (count > most) return fail({ code: "invalid", issues: [{ path: "files", message: tooMany(count, most) }] })
  const found = whole(placePassages(file.value, [...keys], ours))
  return ok({
    format,
    texts: texts.map(({ key, name }) => ({ key, name, ours: keys.has(key), passages: counts.get(key) ?? 0 })),
    placed: found.placed,
    troubles: [...troubles, ...found.troubles],
  })
}

const tooMany = (count: number, most: number) =>
  `The file marks ${count.toLocaleString("en")} passages; at most ${most.toLocaleString("en")} can be brought in at once. Export it in parts.`

function whole<T>(steps: Generator<unknown, T>): T {
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}
