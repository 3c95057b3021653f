/** A file in a ZIP, as the directory at its end tells of it. */
export interface ZipEntry {
  readonly name: string
  /** 0 stored as it is, 8 deflated; others are not read. */
  readonly method: number
  /** Bytes in the ZIP, and unpacked. */
  readonly packed: number
  readonly size: number
  /** Where its header begins. */
  readonly headerAt: number
  readonly encrypted: boolean
}

/** Bytes at the end of a ZIP among which its directory's place is said: 22, and a comment of at most 65,535. */
export const zipTail = 65_557
export const zipHeader = 30

const view = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)

/** Where the directory of a ZIP stands, from its last bytes; null when it is none, or one that needs ZIP64. */
export function directoryPlace(tail: Uint8Array): { at: number; length: number; files: number } | null {
  const data = view(tail)
  for (let at = tail.length - 22; at >= 0; at--) {
    if (data.getUint32(at, true) !== 0x06054b50) continue
    const place = {
      files: data.getUint16(at + 10, true),
      length: data.getUint32(at + 12, true),
      at: data.getUint32(at + 16, true),
    }
    return place.at === 0xffffffff || place.files === 0xffff ? null : place
  }
  return null
}

/** The files that a directory names, in its order; null when it is damaged. */
export function zipEntries(directory: Uint8Array, files: number): readonly ZipEntry[] | null {
  const data = view(directory)
  const entries: ZipEntry[] = []
  let at = 0
  while (entries.length < files) {
    if (at + 46 > directory.length || data.getUint32(at, true) !== 0x02014b50) return null
    const end = at + 46 + data.getUint16(at + 28, true)
    const next = end + data.getUint16(at + 30, true) + data.getUint16(at + 32, true)
    if (next > directory.length) return null
    entries.push({
      name: new TextDecoder().decode(directory.subarray(at + 46, end)),
      method: data.getUint16(at + 10, true),
      packed: data.getUint32(at + 20, true),
      size: data.getUint32(at + 24, true),
      headerAt: data.getUint32(at + 42, true),
      encrypted: (data.getUint16(at + 8, true) & 1) === 1,
    })
    at = next
  }
  return entries
}

/** How many bytes a file's header takes, from its first {@link zipHeader}; null when it is none. */
export function headerLength(header: Uint8Array): number | null {
  const data = view(header)
  if (header.length < zipHeader || data.getUint32(0, true) !== 0x04034b50) return null
  return zipHeader + data.getUint16(26, true) + data.getUint16(28, true)
}
