import { readFile } from "node:fs/promises"
import { buffer } from "node:stream/consumers"
import { parseArgs } from "node:util"

/**
 * `npm run split -- [--lang en|ru] FILE` prints the units of a text as NDJSON, one a line, with positions in UTF-16 code
 * units: `{start,end,text,kind,rules,hedged,hedges,attributedTo,attribution,dates,duplicateOf,clauses}`. `hedges` and
 * `dates` are lists of cues `{start,end,text,rule,strength,reading}`, `attribution` is such a cue or null, `duplicateOf`
 * is the start of the first unit that says the same or null, `clauses` a list of `{start,end,spans}`. Without a file,
 * or with `-`, it reads standard input. A text that cannot be read gets one sentence on standard error and exit code 1.
 * The text is UTF-8, or UTF-16 with a byte order mark. The rules know both languages apart by their letters; `--lang`
 * says which one the caller means and is refused when it is neither.
 */

/** Says why in one sentence and ends with exit code 1. @param {string} sentence @returns {never} */
function refuse(sentence) {
  process.stderr.write(`${sentence}\n`)
  process.exit(1)
}

/** Whether `error` carries this system error code. @param {unknown} error @param {string} code */
function hasCode(error, code) {
  return error instanceof Error && "code" in error && error.code === code
}

/** The bytes of the file, or of standard input. @param {string} name */
async function readBytes(name) {
  try {
    return name === "-" ? await buffer(process.stdin) : await readFile(name)
  } catch (error) {
    if (hasCode(error, "ENOENT")) refuse(`There is no file ${name}; check the path and try again.`)
    if (hasCode(error, "EISDIR")) refuse(`${name} is a folder; name a text file instead.`)
    if (hasCode(error, "EACCES")) refuse(`${name} may not be read; check its permissions.`)
    return refuse(`${name} could not be read; check that it is a text file.`)
  }
}

/** The text that the bytes hold. @param {Uint8Array} bytes @param {string} name */
function decode(bytes, name) {
  const label = name === "-" ? "The input" : name
  const encoding =
    bytes[0] === 0xff && bytes[1] === 0xfe ? "utf-16le" : bytes[0] === 0xfe && bytes[1] === 0xff ? "utf-16be" : "utf-8"
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes)
    if (text.includes("\0")) refuse(`${label} is not a text but binary data; save it as plain text in UTF-8.`)
    return text
  } catch {
    return refuse(`${label} is not valid ${encoding.toUpperCase()}; save it as UTF-8 and try again.`)
  }
}

/** Loads the splitter, which is TypeScript, through tsx. */
async function loadSplitter() {
  try {
    const { register } = await import("tsx/esm/api")
    register()
  } catch {
    refuse("The packages are not installed; run npm install first.")
  }
  return await import("../text/split-unit.ts")
}

/** What the command line says: options, and the names of files. */
function readArguments() {
  try {
    const { values, positionals } = parseArgs({ options: { lang: { type: "string" } }, allowPositionals: true })
    return { values, names: positionals }
  } catch {
    return refuse("Use: npm run split -- [--lang en|ru] [FILE|-]")
  }
}

/** Writes a chunk and waits until there is room for more. @param {string} chunk */
function write(chunk) {
  return process.stdout.write(chunk) ? undefined : new Promise(resolve => process.stdout.once("drain", resolve))
}

process.stdout.on("error", error => process.exit(hasCode(error, "EPIPE") ? 0 : 1))

const { values, names } = readArguments()
if (values.lang !== undefined && values.lang !== "en" && values.lang !== "ru") {
  refuse(`The splitter knows English (en) and Russian (ru), not ${values.lang}.`)
}
if (names.length > 1) refuse("Name one file only; to split several, run the command once for each.")
const name = names[0] ?? "-"
const text = decode(await readBytes(name), name)
const { splitUnits } = await loadSplitter()
/** A cue as it is printed. @param {import("../text/split-unit.ts").SplitUnit["hedges"][number]} cue */
const shown = ({ start, end, rule, strength, reading }) => ({
  start,
  end,
  text: text.slice(start, end),
  rule,
  strength,
  reading,
})
let lines = ""
for (const unit of splitUnits(text)) {
  const { start, end, kind, rules, hedged, attributedTo, duplicateOf } = unit
  const line = {
    start,
    end,
    text: text.slice(start, end),
    kind,
    rules,
    hedged,
    hedges: unit.hedges.map(shown),
    attributedTo,
    attribution: unit.attribution && shown(unit.attribution),
    dates: unit.dates.map(shown),
    duplicateOf,
    clauses: unit.clauses.map(({ start, end, spans }) => ({ start, end, spans })),
  }
  lines += `${JSON.stringify(line)}\n`
  if (lines.length > 65_536) {
    await write(lines)
    lines = ""
  }
}
await write(lines)
