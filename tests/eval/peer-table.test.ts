import { spawnSync } from "node:child_process"
import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { expect, test } from "vitest"
import { DataMissing, readData } from "./evaluation-data.ts"
import { peerLines } from "./peer-table.ts"
import { type Segmenter, segmenters } from "./segmenters.ts"

const document = ["The mill closed in 1931.", "Nobody knew why it had.", "Was it the fire?"]
const data = {
  golden: {
    en: [
      { text: "One. Two.", sents: ["One.", "Two."] },
      { text: "See Mr. Lee.", sents: ["See Mr. Lee."] },
    ],
    ru: [{ text: "Раз. Два.", sents: ["Раз.", "Два."] }],
  },
  treebank: { en: [document, document], ru: [["Раз и два.", "Три и пять."]] },
}

/** The cells of a segmenter's row, in the order of the columns. */
function cells(segmenter: Segmenter): string[] {
  let time = 0
  const line = peerLines(data, [segmenter], () => (time += 1000))[1] as string
  return line.trim().split(/\s{2,}/)
}

test("the table counts golden cases and the boundaries within documents", () => {
  const naive = (text: string) => text.split(/(?<=[.?])/)
  expect(cells({ name: "naive", languages: ["en", "ru"], sentences: naive }).slice(0, 5)).toEqual([
    "naive",
    "1",
    "100.0 100.0 100.0",
    "1",
    "100.0 100.0 100.0",
  ])
  const none = cells({ name: "none", languages: ["en"], sentences: text => [text] })
  expect(none.slice(0, 5)).toEqual(["none", "1", "0.0 0.0 0.0", "–", "–"])
})

test("every segmenter answers with sentences of the text", async () => {
  const all = await segmenters()
  expect(all.map(({ name }) => name)).toEqual([
    "ours",
    "Intl.Segmenter",
    "sentencex-wasm",
    "wink-nlp",
    "compromise",
    "sbd",
    "sentence-splitter",
  ])
  for (const { name, sentences } of all) {
    expect(
      sentences("The mill closed. Nobody knew why.", "en").map(part => part.trim()),
      name,
    ).toEqual(["The mill closed.", "Nobody knew why."])
  }
})

test("data that is missing or of another form is named in a sentence", async () => {
  const folder = mkdtempSync(join(tmpdir(), "apparatus-eval-"))
  const names = ["golden_en.json", "golden_ru.json", "ud_en_ewt_dev.json", "ud_ru_gsd_dev.json"]
  try {
    for (const name of names) writeFileSync(join(folder, name), "[]")
    expect((await readData(folder)).treebank.en).toEqual([])
    writeFileSync(join(folder, "golden_ru.json"), '[{"text": 3}]')
    await expect(readData(folder)).rejects.toThrow(/golden_ru\.json is not the evaluation data/)
    writeFileSync(join(folder, "golden_ru.json"), "[")
    await expect(readData(folder)).rejects.toThrow(DataMissing)
    rmSync(join(folder, "ud_en_ewt_dev.json"))
    writeFileSync(join(folder, "golden_ru.json"), "[]")
    await expect(readData(folder)).rejects.toThrow(/There is no file .*ud_en_ewt_dev\.json to read; give the folder/)
  } finally {
    rmSync(folder, { recursive: true })
  }
})

test("the command refuses a wrong folder, and none, in one sentence", () => {
  const run = (...args: string[]) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, ["tests/eval/run.js", ...args], { encoding: "utf8" })
    return { status, stdout, stderr }
  }
  expect(run()).toEqual({
    status: 1,
    stdout: "",
    stderr: "Name the folder of the evaluation data: npm run eval -- --data DIR [--differences]\n",
  })
  const missing = run("--data", join(tmpdir(), "no-such-folder"))
  expect(missing.status).toBe(1)
  expect(missing.stderr).toMatch(
    /^There is no file .* to read; give the folder of the evaluation data with --data\.\n$/,
  )
})
