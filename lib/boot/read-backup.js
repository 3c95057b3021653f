import { createReadStream } from "node:fs"
import { createGunzip } from "node:zlib"
import { backupFormat, backupVersion, contentsName, headName, secretsName } from "./backup-form.js"
import { untarred } from "./tar.js"
import { codeOf, Trouble } from "./trouble.js"

/** @typedef {import("./backup-form.js").Head} Head @typedef {import("./backup-form.js").Contents} Contents */

/**
 * A backup from its beginning to its end. A file that is none, of a newer form, damaged or cut throws a sentence, at the
 * latest at its end: nothing of it may be kept before.
 * @param {string} file
 * @returns {AsyncGenerator<{ head: Head, auth: string | null } | { table: string, content: Buffer } | { contents: Contents }>}
 */
export async function* readBackup(file) {
  const packed = createReadStream(file, { highWaterMark: 1_048_576 })
  const bytes = createGunzip()
  packed.on("error", trouble => bytes.destroy(trouble))
  packed.pipe(bytes)
  /** @type {Head | null} */
  let head = null
  let whole = false
  try {
    for await (const { name, content } of untarred(bytes)) {
      const table = /^tables\/([^/]+)\/\d{6}$/.exec(name)?.[1]
      if (name === headName) head = asHead(content)
      else if (!head) throw new Trouble(noBackup(file))
      else if (name === secretsName) yield { head, auth: JSON.parse(content.toString()).auth }
      else if (table) yield { table, content }
      else if (name === contentsName) {
        whole = true
        yield { contents: JSON.parse(content.toString()) }
      }
    }
    // What is behind the last file has to be read too: the check of the packing is there.
    for await (const _rest of bytes);
  } catch (error) {
    throw inWords(error, file)
  } finally {
    packed.destroy()
    bytes.destroy()
  }
  if (!whole) throw new Trouble(`${file} is cut short: its list of contents is missing. Take another backup.`)
}

/** @param {string} file */
const noBackup = file => `${file} is no backup of Apparatus, or it is damaged. Take another one.`

/** @param {unknown} error @param {string} file */
function inWords(error, file) {
  if (error instanceof Trouble) return error
  const code = codeOf(error)
  if (code === "Z_BUF_ERROR") return new Trouble(`${file} is cut short. Take another backup.`)
  if (/^Z_/.test(code) || error instanceof SyntaxError) return new Trouble(noBackup(file))
  if (/^(ENOENT|EACCES|EISDIR|EPERM)$/.test(code))
    return new Trouble(`${file} can't be read (${code}). Correct its name, then ask again.`)
  return error
}

/** @param {Buffer} content @returns {Head} */
function asHead(content) {
  const head = JSON.parse(content.toString())
  if (head.format !== backupFormat) throw new SyntaxError("no backup")
  if (head.version > backupVersion)
    throw new Trouble(
      "The backup was made by a newer Apparatus, in a form that this one does not know. Update the program, then ask again.",
    )
  return head
}
