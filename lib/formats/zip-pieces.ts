import { strToU8, Zip, ZipDeflate } from "fflate"

/** A file within a ZIP that is being written. */
export interface ZippedFile {
  readonly add: (text: string) => void
  readonly end: () => void
}

/** A ZIP that is written in pieces. */
export interface ZipPieces {
  readonly file: (name: string) => ZippedFile
  /** A file whose text is known as a whole. */
  readonly whole: (name: string, text: string) => void
  /** What is written and was not taken yet. Files come out in the order in which they were begun. */
  readonly take: () => Uint8Array
  /** The rest, when every file has ended. */
  readonly end: () => Uint8Array
}

/** The day that every file in a ZIP bears, the first that a ZIP can, so that the same export is the same bytes. */
const anyDay = new Date(1980, 0, 1)

/** How many characters are packed at once: fewer cost more time for each. */
const worthPacking = 65_536

/** Begins a ZIP. Several of its files can be open at once; those behind the first wait in compressed form. */
export function openZip(): ZipPieces {
  let chunks: Uint8Array[] = []
  const zip = new Zip((failure, chunk) => {
    if (failure) throw failure
    chunks.push(chunk)
  })
  const file = (name: string): ZippedFile => {
    const written = new ZipDeflate(name, { level: 6 })
    written.mtime = anyDay
    zip.add(written)
    let waiting = ""
    return {
      add(text) {
        waiting += text
        if (waiting.length < worthPacking) return
        written.push(strToU8(waiting))
        waiting = ""
      },
      end: () => written.push(strToU8(waiting), true),
    }
  }
  const take = () => {
    const taken = joined(chunks)
    chunks = []
    return taken
  }
  return {
    file,
    whole(name, text) {
      const one = file(name)
      one.add(text)
      one.end()
    },
    take,
    end() {
      zip.end()
      return take()
    },
  }
}

function joined(chunks: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(chunks.reduce((length, chunk) => length + chunk.length, 0))
  let at = 0
  for (const chunk of chunks) {
    whole.set(chunk, at)
    at += chunk.length
  }
  return whole
}
