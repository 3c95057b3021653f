import { ok, type Result } from "../domain/failure.ts"
import { readSources, type SourceReading } from "../formats/read-sources.ts"
import type { ReadSource } from "../formats/source-candidate.ts"
import { beside } from "./read-beside.ts"

/** Characters of a bibliography that is read where it came in: so few hold nobody up. */
export const mostHere = 65_536

type Reading = ReturnType<typeof readSources>

/** What the process that reads says first. The entries follow, a line each. */
type Head = Exclude<Reading, SourceReading> | Omit<SourceReading, "sources">

/** The answer of the process that reads, line by line. */
export function* sourceLines(text: string): Generator<Head | ReadSource, void> {
  const reading = readSources(text)
  if (!reading.ok) return yield reading
  const { sources, ...head } = reading
  yield head
  yield* sources
}

/**
 * Reads a bibliography as `readSources` does. A long one is read in a process of its own: it is cut into its entries in one
 * go, and the server would answer nobody meanwhile. `told` hears how many of its entries were read so far.
 */
export async function readSourcesBeside(
  text: string,
  told: (read: number, count: number) => void = () => {},
): Promise<Result<Reading>> {
  if (text.length <= mostHere) return ok(readSources(text))
  const bytes = await inBytes(text)
  const length = bytes.reduce((sum, piece) => sum + piece.length, 0)
  const answer = await beside({ sources: true, length }, bytes, length * 6 + 20_000_000, undefined, counted(told))
  if (!answer.ok) return answer
  const lines = linesIn(answer.value)
  const head = lines.next().value as Head
  return ok(head.ok ? { ...head, sources: lines as SourceReading["sources"] } : head)
}

/** A text in UTF-8, piece by piece, letting others in between. No piece begins or ends within a character. */
async function inBytes(text: string): Promise<Uint8Array[]> {
  const pieces: Uint8Array[] = []
  for (let from = 0; from < text.length; ) {
    const end = from + mostHere
    const whole = text.charCodeAt(end - 1) >> 10 === 0x36 ? end + 1 : end
    pieces.push(Buffer.from(text.slice(from, whole)))
    from = whole
    await new Promise(resolve => setImmediate(resolve))
  }
  return pieces
}

function* linesIn(answer: Buffer): Generator<unknown, void> {
  for (let from = 0; from < answer.length; ) {
    const end = answer.indexOf(10, from)
    yield JSON.parse(answer.toString("utf8", from, end))
    from = end + 1
  }
}

/** Counts the lines of an answer as its pieces come. */
function counted(told: (read: number, count: number) => void) {
  let first: Buffer | null = Buffer.alloc(0)
  let [count, read] = [0, 0]
  return (piece: Buffer) => {
    let rest = piece
    if (first) {
      const end = piece.indexOf(10)
      first = Buffer.concat([first, end < 0 ? piece : piece.subarray(0, end)])
      if (end < 0) return
      const head = JSON.parse(first.toString("utf8")) as Head
      count = head.ok ? head.count : 0
      rest = piece.subarray(end + 1)
      first = null
    }
    for (let at = rest.indexOf(10); at >= 0; at = rest.indexOf(10, at + 1)) read++
    if (count > 0) told(read, count)
  }
}
