import { strToU8, Zip, ZipDeflate } from "fflate"

/** A hash that is fed piece by piece. */
export interface Digest {
  readonly update: (bytes: Uint8Array) => void
  /** The SHA-256 of all pieces as hexadecimal digits. */
  readonly hex: () => string
}

/** What is known of a file in a ZIP once it is written. */
export interface HashedFile {
  readonly name: string
  readonly bytes: number
  /** Line feeds in it. */
  readonly lines: number
  readonly sha256: string
}

/** The most bytes of a ZIP, and of a file in it, without ZIP64. */
const most = 2 ** 32 - 2 ** 20

/** The day that every file in a ZIP bears, the first that a ZIP can, so that the same files are the same bytes. */
const anyDay = new Date(1980, 0, 1)

/**
 * A ZIP that is written file after file, and tells of each how large it is and its hash. What would grow larger than a ZIP
 * can be is a RangeError.
 */
export class HashedZip {
  readonly #ready: Uint8Array[] = []
  readonly #digest: () => Digest
  readonly #zip: Zip
  #size = 0
  #now: {
    readonly name: string
    readonly entry: ZipDeflate
    readonly hash: Digest
    bytes: number
    lines: number
  } | null = null

  constructor(digest: () => Digest) {
    this.#digest = digest
    this.#zip = new Zip((trouble, bytes) => {
      if (trouble) throw trouble
      this.#size += bytes.length
      if (this.#size > most) throw new RangeError("The archive is larger than a ZIP of this kind can be")
      this.#ready.push(bytes)
    })
  }

  open(name: string): void {
    const entry = new ZipDeflate(name, { level: 6 })
    entry.mtime = anyDay
    this.#zip.add(entry)
    this.#now = { name, entry, hash: this.#digest(), bytes: 0, lines: 0 }
  }

  add(bytes: Uint8Array): void {
    const now = this.#now
    if (!now || bytes.length === 0) return
    now.hash.update(bytes)
    now.bytes += bytes.length
    if (now.bytes > most) throw new RangeError("A file of the archive is larger than a ZIP can hold")
    for (let at = bytes.indexOf(lineFeed); at >= 0; at = bytes.indexOf(lineFeed, at + 1)) now.lines++
    now.entry.push(bytes)
  }

  close(): HashedFile {
    if (!this.#now) throw new Error("No file is open")
    const { name, entry, hash, bytes, lines } = this.#now
    entry.push(new Uint8Array(), true)
    this.#now = null
    return { name, bytes, lines, sha256: hash.hex() }
  }

  /** A file whose text is known as a whole. */
  put(name: string, text: string): HashedFile {
    this.open(name)
    this.add(strToU8(text))
    return this.close()
  }

  end(): void {
    this.#zip.end()
  }

  /** What is ready to be written since it was last asked. */
  taken(): readonly Uint8Array[] {
    return this.#ready.splice(0)
  }
}

const lineFeed = 10
