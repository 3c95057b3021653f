import { setImmediate as nextTurn } from "node:timers/promises"
import { strToU8, zipSync, zlibSync } from "fflate"
import { checkArchive } from "../../lib/commands/archive-check.ts"
import { openArchive } from "../../lib/commands/archive-file.ts"
import { inTurns } from "../../lib/db/in-turns.ts"
import { ArchiveTrouble } from "../../lib/domain/archive-trouble.ts"
import type { Failure, Result } from "../../lib/domain/failure.ts"
import { failureSentence } from "../../lib/domain/failure-sentence.ts"
import { SourceIndex } from "../../lib/domain/same-source.ts"
import { documentFormat } from "../../lib/formats/document-format.ts"
import { rawText } from "../../lib/formats/raw-text.ts"
import { readSources } from "../../lib/formats/read-sources.ts"
import { readBeside, readMarkedBeside } from "../../lib/intake/read-beside.ts"
import { type FileReading, readFile } from "../../lib/intake/read-file.ts"
import { type MarkedReading, readMarked } from "../../lib/intake/read-marked.ts"
import { mostHere, readSourcesBeside } from "../../lib/intake/read-sources-beside.ts"
import { longestImport } from "../../lib/schema/import-input.ts"
import { madeDocx, madeEpub, madeOdt, madePdf, madeTei } from "../intake/made-files.ts"
import { archiveWith, emptyArchive, filesIn, resealed } from "../support/empty-archive.ts"
import type { Chance } from "./chance.ts"
import { damaged } from "./damage.ts"
import { Stretches, watchedLoop } from "./stretches.ts"
import { twistedJson, twistedText } from "./twisted.ts"
import { twistedZip } from "./twisted-zip.ts"

/** What came of a file: "read", or the code of a failure that has a sentence. `held` milliseconds at a stretch. */
export interface Ending {
  readonly ends: string
  readonly held: number
}

export interface Importer {
  readonly name: string
  /** How the app reads such a file in a process of its own; null when it does not, and a long stretch holds up others. */
  readonly beside: ((bytes: Uint8Array) => Promise<string>) | null
  readonly samples: () => Promise<readonly Uint8Array[]>
  readonly twist: (bytes: Uint8Array, chance: Chance, others: readonly Uint8Array[]) => Uint8Array
  /** Reads a file; throws what is neither a text nor a failure with a sentence. */
  readonly read: (bytes: Uint8Array) => Promise<Ending>
}

const decoded = (bytes: Uint8Array) => new TextDecoder().decode(bytes)
const asText = (twist: (text: string, chance: Chance) => string) => (bytes: Uint8Array, chance: Chance) =>
  strToU8(twist(decoded(bytes), chance).toWellFormed())

function told(failure: Failure): string {
  const sentence = failureSentence(failure)
  if (!/^\p{Lu}.*[.!?]$/su.test(sentence)) throw new Error(`No sentence: ${sentence}`)
  return failure.code === "file-unreadable" ? failure.why : failure.code
}

const limit = 5_000_000
const about = (name: string) => ({ name, mediaType: "", encoding: "", limit })

/** What a text that was read has to be, whatever it was read from. */
function readingEnds(read: Result<FileReading>): string {
  if (!read.ok) return told(read.failure)
  const { text, anchors } = read.value
  if (text.trim() === "" || !text.isWellFormed() || text.includes("\0") || Buffer.byteLength(text) > limit)
    throw new Error("The text is none that can be stored.")
  for (const anchor of anchors) {
    const places = anchor.kind === "page" ? [anchor.at] : [anchor.start, anchor.end]
    if (anchor.kind === "note") places.push(anchor.at)
    if (places.some(at => !(at >= 0 && at <= text.length))) throw new Error("An anchor lies outside of its text.")
  }
  return "read"
}

/** A file that the process beside the server reads; the server itself only looks at how it begins. */
function document(name: string, samples: Importer["samples"], twist: Importer["twist"]): Importer {
  return {
    ...{ name, samples, twist },
    beside: async bytes => readingEnds(await readBeside(bytes, about(`a.${name}`))),
    async read(bytes) {
      const held = new Stretches()
      held.within(() => documentFormat(bytes, `a.${name}`, ""))
      const ends = readingEnds(await readFile(bytes, about(`a.${name}`)))
      return { ends, held: held.longest }
    },
  }
}

const plain: Importer = {
  name: "txt",
  beside: null,
  samples: async () => [
    strToU8("The ship sank in 1912.\n\nNobody saw it. — Корабль затонул."),
    Uint8Array.from([0xff, 0xfe, ...Buffer.from("Судно вышло в море. The ship left.", "utf16le")]),
    Uint8Array.from([...Buffer.from("Caf\xe9 de la marine, 1912. \x93Seen\x94 by many.", "latin1")]),
    Uint8Array.from("Судно село на мель".split(""), sign => (sign === " " ? 32 : sign.charCodeAt(0) - 0x350)),
  ],
  twist: asText(twistedText),
  async read(bytes) {
    const held = new Stretches()
    const read = held.within(() =>
      documentFormat(bytes, "a.txt", "") === "text" ? rawText(bytes) : ({ ok: true, value: null } as const),
    )
    return { ends: read.ok ? "read" : told(read.failure), held: held.longest }
  },
}

/** Sources as somebody pastes or uploads them, read as `lib/queries/read-import.ts` does: long ones in a process of their own. */
function sources(name: string, samples: readonly string[], twist: (text: string, chance: Chance) => string): Importer {
  return {
    name,
    async beside(bytes) {
      const text = await decodedInTurns(bytes)
      if (text.length > longestImport) return "refused"
      const reading = await readSourcesBeside(text)
      return reading.ok ? inTurns(sourceEnds(reading.value, work => work())) : told(reading.failure)
    },
    samples: async () => samples.map(text => strToU8(text)),
    twist: asText(twist),
    async read(bytes) {
      const held = new Stretches()
      const text = decoded(bytes)
      const here = <T>(work: () => T): T => (text.length > mostHere ? work() : held.within(work))
      const reading = here(() => readSources(text))
      const steps = sourceEnds(reading, here, held)
      for (;;) {
        const step = steps.next()
        if (step.done) return { ends: step.value, held: held.longest }
      }
    },
  }
}

/** As a long request comes: piece by piece. */
async function decodedInTurns(bytes: Uint8Array): Promise<string> {
  const decoder = new TextDecoder()
  const pieces: string[] = []
  for (let at = 0; at < bytes.length; at += 65_536) {
    pieces.push(decoder.decode(bytes.subarray(at, at + 65_536), { stream: true }))
    await nextTurn()
  }
  return pieces.join("") + decoder.decode()
}

/** Goes through the entries, as many as `here` reads in one go, and compares each as the server does, which takes turns. */
function* sourceEnds(
  reading: ReturnType<typeof readSources>,
  here: <T>(work: () => T) => T,
  held = new Stretches(),
): Generator<void, string> {
  if (!reading.ok) return reading.why.endsWith(".") ? "refused" : unsaid(reading.why)
  const index = new SourceIndex<number>()
  let good = 0
  for (let number = 0; ; number++) {
    const next = here(() => reading.sources.next())
    if (next.done) break
    const { value } = next
    if (!value.ok && !value.why.endsWith(".")) unsaid(value.why)
    if (value.ok) good++
    held.within(() => {
      if (value.ok && !index.find(value.candidate)) index.add(number, value.candidate)
      // It goes out as JSON.
      return JSON.stringify(value)
    })
    yield
  }
  return good > 0 ? "read" : "told entry by entry"
}

function unsaid(words: string): never {
  throw new Error(`No sentence: ${words}`)
}

const text = "He met 👩‍🚀 the envoy in 1938. The envoy left in 1939. The envoy left in 1940."
const ours = { documentId: "d", title: "A text", foundAt: "https://example.org/a", sha256: "0".repeat(64), text }

function markedEnds(read: Result<MarkedReading>): string {
  if (!read.ok) return told(read.failure)
  const { placed } = read.value
  if (placed.some(({ start, end }) => !(start >= 0 && start < end && end <= text.length)))
    throw new Error("A passage lies outside of the text.")
  return placed.length > 0 ? "read" : "told line by line"
}

/** What other tools mark in a text of ours. */
function marks(name: string, samples: readonly Uint8Array[], twist: Importer["twist"]): Importer {
  const files = (bytes: Uint8Array) => [{ name: `a.${name}`, bytes }]
  const markings = { ours, counted: null, of: null, most: 10_000 }
  return {
    ...{ name, twist },
    samples: async () => samples,
    beside: async bytes => markedEnds(await readMarkedBeside(files(bytes), markings)),
    async read(bytes) {
      const read = readMarked(files(bytes), markings)
      // It goes out as JSON.
      JSON.stringify(read)
      return { ends: markedEnds(read), held: 0 }
    },
  }
}

const archive: Importer = {
  name: "archive",
  beside: null,
  samples: async () => [emptyArchive()],
  twist(bytes, chance, others) {
    if (chance.once(3)) return twistedZip(bytes, chance, others)
    const files = filesIn(bytes)
    const name = chance.of(Object.keys(files).filter(one => files[one]!.length > 0))
    const twist = chance.once(4) ? twistedText : twistedJson
    const changed = { ...files, [name]: strToU8(twist(decoded(files[name]!), chance).toWellFormed()) }
    // With a manifest that fits, so that it is read on past the hashes.
    return archiveWith(name === "manifest.json" ? changed : resealed(changed))
  },
  async read(bytes) {
    const sent = {
      size: bytes.length,
      async read(at: number, length: number) {
        await nextTurn()
        return bytes.subarray(at, at + length)
      },
    }
    const stood = watchedLoop()
    try {
      await checkArchive(await openArchive(sent), () => {})
      return { ends: "read", held: stood() }
    } catch (error) {
      if (!(error instanceof ArchiveTrouble)) throw error
      return { ends: told({ code: "archive-refused", why: error.message }), held: stood() }
    }
  },
}

/** A PDF whose streams are packed, with a table of places that is wrong, so that it has to be made again. */
function packedPdf(): Uint8Array {
  const plain = Buffer.from(
    madePdf([{ lines: ["The ship sank.", "Nobody saw it."] }, { lines: ["In 1912."] }]),
  ).toString("latin1")
  const packed = plain.replaceAll(/<< \/Length \d+ >>\nstream\n([\s\S]*?)\nendstream/g, (_, words: string) => {
    const bytes = Buffer.from(zlibSync(Buffer.from(words, "latin1")))
    return `<< /Length ${bytes.length} /Filter /FlateDecode >>\nstream\n${bytes.toString("latin1")}\nendstream`
  })
  return Uint8Array.from(Buffer.from(packed, "latin1"))
}

/** Small PDF programs, whose words mean something to the reader. */
const twistedPdf: Importer["twist"] = (bytes, chance, others) => {
  if (chance.once(3)) return damaged(bytes, chance, others)
  const words = Buffer.from(bytes).toString("latin1")
  const change = chance.of<(found: string) => string>([
    () => String(chance.of([0, -1, 1e9, 2 ** 31, 2 ** 53, 7, 2, 3])),
    found => `${found} ${found}`,
    () => "",
  ])
  const tokens = [...words.matchAll(/\/[A-Za-z]+|\b\d+ 0 R\b|\b\d+\b|<[0-9a-f]+>|\[|\]|<<|>>/g)]
  let out = words
  for (let times = 1 + chance.below(4); times > 0; times--) {
    const place = chance.of(tokens)
    const other = chance.once(2) ? chance.of(tokens)[0] : change(place[0])
    const at = out.indexOf(place[0], Math.max(0, place.index - 20))
    if (at >= 0) out = out.slice(0, at) + other + out.slice(at + place[0].length)
  }
  return Uint8Array.from(Buffer.from(out, "latin1"))
}

const page = `<!doctype html><html lang=en><head><title>Log</title><meta name=author content="F. Guest"></head><body>
<header>The Site</header><nav><a href="/">Home</a></nav><main><article><h1>Head</h1>
<p>The ship sank<sup><a id=r1 href="#n1">[1]</a></sup>.</p><pre>a\n b</pre><table><tr><td>a<td><p>b</table>
<ol><li id=n1><a href="#r1">↑</a> By the log.</li></ol><svg><title>x</title></svg><math><mi>x</mi></math></article></main>
<div class="cookie-banner"><p>We use cookies.</p></div></body></html>`
const markdown =
  "---\ntitle: Log\nauthor: E. Boy\n---\n# Head\n\nA *b* `c`[^1] <b>d</b> [e](http://example.org/ 'f').\n\n> said\n> > more\n\n- one\n  - two\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n```js\nx\n```\n\n[^1]: The note.\n[g]: <h>\n"

const bibtex = String.raw`@string{rp = "РОССПЭН"}
@book{h, author={Хлевнюк, Олег В. and {Академия наук}}, title={Хозяин. {С}талин \& диктатура}, publisher=rp # " и др.", address={Москва}, year=2010, isbn={0-306-40615-2}, langid={russian}}
@incollection{k, crossref={h}, author={\v{C}apek, Karel and M{\"u}ller, Jos\'e}, title={On \textit{R.U.R.} --- 10\%}, pages={112--115}, date={1937-05/1938-06}, doi={10.2307/2697054}, url={https://x.org/a_b\_c}, urldate={2026-01-02}}`
const ris =
  "TY  - JOUR\nAU  - Smith, John\nAU  - Иванов, И.\nTI  - On ships\nJO  - Review\nVL  - 5\nSP  - 1\nEP  - 9\nPY  - 1938/05/06\nDO  - 10.1000/182\nUR  - https://example.org/a\nN2  - Words\n  go on\nER  - \n\nTY  - NEWS\nTI  - Sunk\nDA  - 1912/04/16\nER  - \n"
const csl = JSON.stringify([
  {
    ...{ type: "book", id: 1, title: "On <i>ships</i>", ISBN: "0-306-40615-2", URL: "https://example.org/a" },
    ...{ author: [{ family: "Smith", given: "J." }, { literal: "Академия" }], issued: { "date-parts": [[1938, 5]] } },
    ...{ archive: "РГАСПИ", archive_location: "Ф. 17. Оп. 3. Д. 5", DOI: "10.1000/182", custom: { a: 1 } },
  },
  { type: "article-journal", title: "B", issued: { raw: "1938" }, accessed: { "date-parts": [["2026", "1", "2"]] } },
])
const references =
  "[1] Smith, J., & Brown, A. (1938). On ships. London: Routledge, 1938. ISBN 0-306-40615-2\n[2] Хлевнюк О. В. Хозяин. Сталин // Вопросы истории. 2010. № 5. С. 1–9.\n10.2307/2697054\nhttps://example.org/a\nРГАСПИ. Ф. 17. Оп. 3. Д. 5. Л. 7\n"

const annotation = {
  "@context": "http://www.w3.org/ns/anno.jsonld",
  ...{ type: "Annotation", creator: { name: "Vera" }, motivation: "classifying" },
  body: [
    { type: "TextualBody", purpose: "tagging", value: "disputed" },
    { value: "why", purpose: "commenting" },
  ],
  target: {
    source: { id: "https://example.org/a", title: "A text" },
    selector: [
      { type: "TextQuoteSelector", exact: "The envoy left", prefix: "1938. ", suffix: " in 1939" },
      { type: "TextPositionSelector", start: 29, end: 43 },
    ],
  },
}
const webAnnotations = JSON.stringify({ type: "AnnotationPage", items: [annotation, { ...annotation, target: "a" }] })
const hypothesis = JSON.stringify({
  rows: [
    {
      ...{
        uri: "https://example.org/a",
        text: "so\\*",
        tags: ["doubt"],
        user: "acct:vera@hypothes.is",
        document: { title: ["A text"] },
      },
      target: [
        {
          selector: [
            { type: "TextQuoteSelector", exact: "He met" },
            { type: "TextPositionSelector", start: 0, end: 6 },
          ],
        },
      ],
    },
    { uri: "https://example.org/a", references: ["x"], text: "a reply" },
  ],
})
const labelStudio = JSON.stringify([
  {
    data: { text, title: "A text" },
    annotations: [
      {
        completed_by: { email: "v@example.org" },
        result: [
          { id: "r", type: "labels", to_name: "text", value: { start: 0, end: 6, text: "He met", labels: ["x"] } },
          { id: "r", type: "textarea", value: { text: ["so"] } },
        ],
      },
    ],
    predictions: [{ model_version: "m", result: [] }],
  },
])
const doccano = `${JSON.stringify({ text, label: [[0, 6, "x"]], meta: { title: "A text" } })}\n${JSON.stringify({ text, entities: [{ start_offset: 0, end_offset: 6, label: "y" }], relations: [{}] })}\n`
const claims = JSON.stringify({
  ...{ schemaVersion: 1, project: { name: "P" } },
  documents: [
    {
      ...{ id: "d", title: "A text", text: { sha256: "0".repeat(64) } },
      claims: [
        {
          start: 0,
          end: 6,
          quote: "He met",
          label: "disputed",
          decision: { reason: "so", editor: { name: "E" } },
          annotations: [{ reviewer: { name: "A" }, label: "disputed", rationale: { text: "w" } }],
        },
      ],
    },
  ],
})
const lines = `${JSON.stringify({ type: "export", schemaVersion: 1, project: { name: "P" } })}\n${JSON.stringify({ type: "document", id: "d", title: "A text" })}\n${JSON.stringify({ type: "claim", documentId: "d", start: 0, end: 6, quote: "He met", label: "x" })}\n`
const brat =
  "T1\tPerson 0 6\tHe met\nT2\tPerson 7 8;9 12\t👩 ‍🚀\n#1\tAnnotatorNotes T1\tso\nR1\tr Arg1:T1 Arg2:T2\nE1\tX:T1\n*\tEquiv T1 T2\n"
const bratZip = zipSync({
  "a.ann": strToU8(brat),
  "a.txt": strToU8(text),
  README: strToU8(`a.txt: A text, SHA-256 ${"0".repeat(64)}\n`),
})

const json: Importer["twist"] = asText(twistedJson)

/** Everything that comes in as a file, each with small files that are sound. */
export const importers: readonly Importer[] = [
  document("docx", async () => [await madeDocx()], twistedZip),
  document("odt", async () => [madeOdt()], twistedZip),
  document("epub", async () => [madeEpub()], twistedZip),
  document(
    "pdf",
    async () => [
      madePdf([{ lines: ["abc", "def"] }, { lines: ["g-", "hi"] }]),
      packedPdf(),
      madePdf([{ lines: ["a"] }], { encrypt: true }),
    ],
    twistedPdf,
  ),
  document("tei", async () => [strToU8(madeTei)], asText(twistedText)),
  document("html", async () => [strToU8(page)], asText(twistedText)),
  document("md", async () => [strToU8(markdown)], asText(twistedText)),
  plain,
  sources("bibtex", [bibtex], twistedText),
  sources("ris", [ris], twistedText),
  sources("csl-json", [csl], twistedJson),
  sources("references", [references], twistedText),
  marks("web-annotation", [strToU8(webAnnotations)], json),
  marks("hypothesis", [strToU8(hypothesis)], json),
  marks("label-studio", [strToU8(labelStudio)], json),
  marks("doccano", [strToU8(doccano)], json),
  marks("claims", [strToU8(claims), strToU8(lines)], json),
  marks("brat", [strToU8(brat)], asText(twistedText)),
  marks("brat-zip", [bratZip], twistedZip),
  archive,
]
