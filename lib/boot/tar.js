import { Trouble } from "./trouble.js"

/** Files in a row as every tar reads them (POSIX ustar); each is named and of a size that is known before it begins. */

const block = 512

/** A file with what is before and behind it. @param {string} name of 100 bytes at most @param {Uint8Array} content */
export function tarred(name, content) {
  const header = Buffer.alloc(block)
  header.write(name, 0, 100, "utf8")
  header.write("0000600\0", 100)
  header.write("0000000\0", 108)
  header.write("0000000\0", 116)
  header.write(`${content.length.toString(8).padStart(11, "0")}\0`, 124)
  header.write("00000000000\0", 136)
  header.write("        ", 148)
  header.write("0", 156)
  header.write("ustar\x0000", 257)
  const sum = header.reduce((total, byte) => total + byte, 0)
  header.write(`${sum.toString(8).padStart(6, "0")}\0 `, 148)
  return Buffer.concat([header, content, Buffer.alloc(-content.length & (block - 1))])
}

/** What ends the row. */
export const tarEnd = Buffer.alloc(2 * block)

/** The most bytes that a file may have; ours are cut into pieces far below. */
const most = 64 * 1_048_576

/**
 * The files of a row, one after another. A row that is cut or is none throws a sentence.
 * @param {AsyncIterable<Uint8Array>} bytes
 * @returns {AsyncGenerator<{ name: string, content: Buffer }>}
 */
export async function* untarred(bytes) {
  const source = bytes[Symbol.asyncIterator]()
  /** @type {Buffer<ArrayBufferLike>} */
  let rest = Buffer.alloc(0)
  const take = async (/** @type {number} */ length) => {
    const pieces = [rest]
    let have = rest.length
    while (have < length) {
      const { value, done } = await source.next()
      if (done) throw new Trouble("The backup is cut short: its end is missing. Take another one.")
      pieces.push(Buffer.from(value.buffer, value.byteOffset, value.length))
      have += value.length
    }
    const whole = pieces.length === 1 ? rest : Buffer.concat(pieces)
    rest = whole.subarray(length)
    return whole.subarray(0, length)
  }
  for (;;) {
    const header = await take(block)
    if (header.every(byte => byte === 0)) return
    const size = Number.parseInt(header.toString("latin1", 124, 135), 8)
    if (header.toString("latin1", 257, 262) !== "ustar" || !(size >= 0 && size <= most))
      throw new Trouble("This file is no backup of Apparatus, or it is damaged. Take another one.")
    const name = header.toString("utf8", 0, 100).replace(/\0+$/, "")
    const content = await take(size)
    await take(-size & (block - 1))
    yield { name, content }
  }
}
