import { Header, Parser } from "tar"
import { Trouble } from "./trouble.js"

const block = 512

/** A file with what is before and behind it. @param {string} name of 100 bytes at most @param {Uint8Array} content */
export function tarred(name, content) {
  const header = Buffer.alloc(block)
  new Header({
    path: name,
    type: "File",
    mode: 0o600,
    uid: 0,
    gid: 0,
    size: content.length,
    mtime: new Date(0),
  }).encode(header)
  return Buffer.concat([header, content, Buffer.alloc(-content.length & (block - 1))])
}

/** What ends the row. */
export const tarEnd = Buffer.alloc(2 * block)

/** The most bytes that a file may have; ours are cut into pieces far below. */
const most = 64 * 1_048_576

/**
 * The files of a tar, one after another. One that is cut or is none throws a sentence.
 * @param {AsyncIterable<Uint8Array>} bytes
 * @returns {AsyncGenerator<{ name: string, content: Buffer }>}
 */
export async function* untarred(bytes) {
  /** @type {{ name: string, content: Buffer }[]} */
  let whole = []
  /** @type {unknown} */
  let trouble = null
  const parser = new Parser({
    strict: true,
    onReadEntry: entry => {
      if (entry.size > most) parser.abort(new Error(damaged))
      /** @type {Buffer[]} */
      const parts = []
      entry.on("data", part => void parts.push(part))
      entry.on("end", () => void whole.push({ name: entry.path, content: Buffer.concat(parts) }))
    },
  })
  parser.on("error", error => {
    trouble ??= error
  })
  const taken = () => {
    if (trouble) throw inWords(trouble)
    const files = whole
    whole = []
    return files
  }
  for await (const chunk of bytes) {
    parser.write(Buffer.from(chunk.buffer, chunk.byteOffset, chunk.length))
    yield* taken()
  }
  parser.end()
  yield* taken()
}

const damaged = "This file is no backup of Apparatus, or it is damaged. Take another one."

/** @param {unknown} error */
function inWords(error) {
  const cut = /Truncated/.test(String(error))
  return new Trouble(cut ? "The backup is cut short: its end is missing. Take another one." : damaged)
}
