import { inflating, joined } from "./inflating.ts"
import { directoryPlace, headerLength, type ZipEntry, zipEntries, zipHeader, zipTail } from "./zip-directory.ts"

/** The files of a ZIP that were asked for, by their names; what is wrong with it otherwise. */
export type Unzipped =
  | { readonly ok: true; readonly names: readonly string[]; readonly file: (name: string) => Uint8Array | null }
  | { readonly ok: false; readonly why: "damaged" | "too-much" | "encrypted" }

/** How much a ZIP may hold. */
export interface ZipLimits {
  readonly files: number
  /** Bytes of everything together, once unpacked. */
  readonly bytes: number
}

const usual: ZipLimits = { files: 10_000, bytes: 200 * 1_048_576 }
/** Bytes of one file, once unpacked, and how many times its packed size it may have. */
const mostInFile = 100 * 1_048_576
const mostRatio = 500
/** Packed bytes that are unpacked before their number is looked at: a thousand times that comes out at most. */
const step = 16_384

/** Thrown while a file is unpacked; the reader of the whole archive says it. */
export class ZipTrouble extends Error {
  constructor(readonly why: "damaged" | "too-much") {
    super(why)
  }
}

/** Whether bytes begin as a ZIP does. */
export const isZip = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5)

/**
 * Opens a ZIP by its central directory. How much is in it is judged before anything is unpacked, and again by the bytes
 * that really come. Names are only compared: none becomes a path.
 */
export function unzip(bytes: Uint8Array, limits: ZipLimits = usual): Unzipped {
  const place = directoryPlace(bytes.subarray(-zipTail))
  if (!place) return { ok: false, why: "damaged" }
  if (place.files > limits.files) return { ok: false, why: "too-much" }
  const listed = zipEntries(bytes.subarray(place.at), place.files)
  if (!listed) return { ok: false, why: "damaged" }
  if (listed.some(({ encrypted }) => encrypted)) return { ok: false, why: "encrypted" }
  const total = listed.reduce((sum, { size }) => sum + size, 0)
  if (total > limits.bytes || listed.some(isBomb)) return { ok: false, why: "too-much" }
  const entries = new Map(listed.toReversed().map(entry => [entry.name, entry]))
  let left = limits.bytes
  const file = (name: string) => {
    const entry = entries.get(name)
    if (!entry) return null
    const unpacked = inflated(bytes, entry, Math.min(left, mostInFile))
    left -= unpacked.length
    return unpacked
  }
  return { ok: true, names: [...new Set(listed.map(({ name }) => name))], file }
}

const isBomb = ({ size, packed }: ZipEntry) => size > mostInFile || (size > 1_048_576 && size > packed * mostRatio)

function inflated(bytes: Uint8Array, { headerAt, packed, size, method }: ZipEntry, limit: number): Uint8Array {
  const header = headerLength(bytes.subarray(headerAt, headerAt + zipHeader))
  if (header === null || (method !== 0 && method !== 8)) throw new ZipTrouble("damaged")
  const data = bytes.subarray(headerAt + header, headerAt + header + packed)
  if (data.length < packed) throw new ZipTrouble("damaged")
  const inflate = inflating(method === 8)
  const chunks: Uint8Array[] = []
  let length = 0
  for (let at = 0; at < data.length; at += step) {
    const chunk = inflate(data.subarray(at, at + step), at + step >= data.length)
    if (!chunk) throw new ZipTrouble("damaged")
    length += chunk.length
    if (length > size) throw new ZipTrouble("damaged")
    if (length > limit) throw new ZipTrouble("too-much")
    chunks.push(chunk)
  }
  return joined(chunks)
}
