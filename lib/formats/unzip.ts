import { Inflate } from "fflate"

/** The files of a ZIP that were asked for, by their names; what is wrong with it otherwise. */
export type Unzipped =
  | { readonly ok: true; readonly names: readonly string[]; readonly file: (name: string) => Uint8Array | null }
  | { readonly ok: false; readonly why: "damaged" | "too-much" | "encrypted" }

const mostEntries = 10_000
/** Bytes of everything together, and of one file, once unpacked; and how many times its packed size a file may have. */
const mostBytes = 200 * 1_048_576
const mostInFile = 100 * 1_048_576
const mostRatio = 500

interface Entry {
  readonly name: string
  readonly method: number
  readonly packed: number
  readonly size: number
  readonly at: number
}

/** Thrown while a file is unpacked; the reader of the whole archive says it. */
export class ZipTrouble extends Error {
  constructor(readonly why: "damaged" | "too-much") {
    super(why)
  }
}

/**
 * Opens a ZIP by its central directory. How much is in it is judged before anything is unpacked, and again by the bytes
 * that really come. Names are only compared: none becomes a path.
 */
export function unzip(bytes: Uint8Array): Unzipped {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = endRecord(view)
  if (end === null) return { ok: false, why: "damaged" }
  const count = view.getUint16(end + 10, true)
  let at = view.getUint32(end + 16, true)
  if (count > mostEntries || count === 0xffff) return { ok: false, why: "too-much" }
  const entries = new Map<string, Entry>()
  let total = 0
  for (let index = 0; index < count; index++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== 0x02014b50) return { ok: false, why: "damaged" }
    const packed = view.getUint32(at + 20, true)
    const size = view.getUint32(at + 24, true)
    const nameLength = view.getUint16(at + 28, true)
    if ((view.getUint16(at + 8, true) & 1) === 1) return { ok: false, why: "encrypted" }
    total += size
    if (total > mostBytes || size > mostInFile || (size > 1_048_576 && size > packed * mostRatio))
      return { ok: false, why: "too-much" }
    const name = decoder.decode(bytes.subarray(at + 46, at + 46 + nameLength))
    const entry = { name, method: view.getUint16(at + 10, true), packed, size, at: view.getUint32(at + 42, true) }
    if (!entries.has(name)) entries.set(name, entry)
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  let left = mostBytes
  const file = (name: string) => {
    const entry = entries.get(name)
    if (!entry) return null
    const unpacked = inflated(bytes, view, entry, Math.min(left, mostInFile))
    left -= unpacked.length
    return unpacked
  }
  return { ok: true, names: [...entries.keys()], file }
}

const decoder = new TextDecoder()

/** Where the record at the end stands; it is followed by a comment of at most 64 kB. */
function endRecord(view: DataView): number | null {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 22 - 65_535); at--)
    if (view.getUint32(at, true) === 0x06054b50) return at
  return null
}

function inflated(bytes: Uint8Array, view: DataView, entry: Entry, limit: number): Uint8Array {
  const { at, packed, method } = entry
  if (at + 30 > bytes.length || view.getUint32(at, true) !== 0x04034b50) throw new ZipTrouble("damaged")
  const from = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true)
  const data = bytes.subarray(from, from + packed)
  if (data.length < packed) throw new ZipTrouble("damaged")
  if (method === 0) {
    if (packed > limit) throw new ZipTrouble("too-much")
    return data
  }
  if (method !== 8) throw new ZipTrouble("damaged")
  const chunks: Uint8Array[] = []
  let size = 0
  const inflate = new Inflate(chunk => {
    size += chunk.length
    if (size > entry.size) throw new ZipTrouble("damaged")
    if (size > limit) throw new ZipTrouble("too-much")
    chunks.push(chunk)
  })
  try {
    for (let done = 0; done < data.length; done += step)
      inflate.push(data.subarray(done, done + step), done + step >= data.length)
  } catch (error) {
    throw error instanceof ZipTrouble ? error : new ZipTrouble("damaged")
  }
  const whole = new Uint8Array(size)
  let place = 0
  for (const chunk of chunks) {
    whole.set(chunk, place)
    place += chunk.length
  }
  return whole
}

/** Packed bytes that are unpacked before their number is looked at: a thousand times that comes out at most. */
const step = 16_384
