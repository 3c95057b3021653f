import { monitorEventLoopDelay } from "node:perf_hooks"
import { strToU8, unzipSync, zipSync } from "fflate"
import pg from "pg"
import { uuidv7 } from "uuidv7"
import { addDocument } from "../../lib/commands/add-document.ts"
import { createProject } from "../../lib/commands/create-project.ts"
import { insertUser, newUserId } from "../../lib/db/accounts.ts"
import { bundleReader } from "../../lib/intake/bundle-reader.js"
import { readBeside } from "../../lib/intake/read-beside.ts"
import { madeDocx } from "../intake/made-files.ts"
import { line, times } from "./measure.ts"

const size = 5_000_000
const rounds = 3

/**
 * Lines of a table: a text of 5 MB that is added as a document, beside its rows written with plain pg on the same
 * database; the same text read out of a web page and out of a document of Word; and how long others wait meanwhile.
 */
export async function measureComingIn(address: string, now: () => number): Promise<string[]> {
  await bundleReader()
  const raw = new pg.Client(address)
  await raw.connect()
  const me = { id: newUserId() }
  await insertUser({ id: me.id, email: "coming-in@example.org", name: "Bench", passwordHash: null })
  const projectId = uuidv7()
  await createProject(me, { id: projectId, name: "Coming in", description: "", requestId: uuidv7() })
  const paragraphs = paragraphsOf(size)
  const text = paragraphs.join("\n\n")
  const pauses = monitorEventLoopDelay({ resolution: 5 })
  pauses.enable()
  const words = { title: "Log", author: "", foundAt: "", foundOn: "", licence: "", language: "en", again: true }
  const ids: string[] = []
  const adding = await times(rounds, now, async () => {
    const id = uuidv7()
    ids.push(id)
    const done = await addDocument(() => 50_000_000)(me, { projectId, id, ...words, text, requestId: uuidv7() })
    if (!done.ok) throw new Error("The text was not added.")
  })
  pauses.disable()
  const units = await raw.query(`SELECT * FROM "Unit" WHERE "documentId" = $1`, [ids[0]])
  const base = await times(rounds, now, () => rowsAgain(raw, text, units.rows))
  const waited = monitorEventLoopDelay({ resolution: 5 })
  waited.enable()
  const reading = async (bytes: Uint8Array) =>
    times(rounds, now, async () => {
      const read = await readBeside(bytes, { name: "", mediaType: "", encoding: "", limit: 50_000_000 })
      if (!read.ok || read.value.text.length < size) throw new Error("The file was not read.")
    })
  const html = await reading(strToU8(`<html><body>${paragraphs.map(one => `<p>${one}</p>`).join("")}</body></html>`))
  const docx = await reading(await wordOf(paragraphs))
  waited.disable()
  await raw.end()
  const ms = (delay: typeof pauses) => `${(delay.max / 1e6).toFixed(0)} ms`
  return [
    line("a text of 5 MB: its rows in plain SQL", base, base, "itself"),
    line("a text of 5 MB: added", adding, base, "plain SQL"),
    `longest pause of others meanwhile`.padEnd(36).concat(` ${ms(pauses)}`),
    line("5 MB of HTML: read beside", html, base, "plain SQL"),
    line("5 MB in Word: read beside", docx, base, "plain SQL"),
    `longest pause of others meanwhile`.padEnd(36).concat(` ${ms(waited)}`),
  ]
}

/** The rows of a document's text and units, written once more with the indexes and checks that they have. */
async function rowsAgain(raw: pg.Client, text: string, units: readonly object[]): Promise<void> {
  await raw.query("BEGIN")
  await raw.query(`CREATE TEMP TABLE texts (text TEXT) ON COMMIT DROP`)
  await raw.query(`CREATE TEMP TABLE again (LIKE "Unit" INCLUDING ALL) ON COMMIT DROP`)
  await raw.query(`INSERT INTO texts VALUES ($1)`, [text])
  for (let from = 0; from < units.length; from += 1_000) {
    const rows = JSON.stringify(units.slice(from, from + 1_000))
    await raw.query(`INSERT INTO again SELECT * FROM jsonb_populate_recordset(NULL::again, $1)`, [rows])
  }
  await raw.query("COMMIT")
}

function paragraphsOf(length: number): string[] {
  const paragraphs: string[] = []
  for (let at = 0, size = 0; size < length; at++) {
    const one = `The commander number ${at} was arrested in the spring of 1937. His wife wrote to the commission ${at % 7} times. Nobody answered before the year ${1938 + (at % 20)}.`
    paragraphs.push(one)
    size += one.length + 2
  }
  return paragraphs
}

async function wordOf(paragraphs: readonly string[]): Promise<Uint8Array> {
  const files = unzipSync(await madeDocx())
  const xml = new TextDecoder().decode(files["word/document.xml"])
  const body = paragraphs.map(one => `<w:p><w:r><w:t>${one}</w:t></w:r></w:p>`).join("")
  return zipSync({ ...files, "word/document.xml": strToU8(xml.replace("<w:body>", `<w:body>${body}`)) })
}
