// Measures the splitter: against other segmenters on a folder of evaluation data, and against annotated texts of our own,
// those that the rules were tuned on and those that they were not: npm run eval -- --data DIR [--differences]
import { performance } from "node:perf_hooks"
import { fileURLToPath } from "node:url"
import { parseArgs } from "node:util"
import { register } from "tsx/esm/api"

register()
const { annotatedLines } = await import("./annotated.ts")
const { DataMissing, readData } = await import("./evaluation-data.ts")
const { peerLines } = await import("./peer-table.ts")
const { segmenters } = await import("./segmenters.ts")

/** The folder that --data names, and whether every difference from the annotated texts is to be printed. */
function readArguments() {
  try {
    const options = /** @type {const} */ ({ data: { type: "string" }, differences: { type: "boolean" } })
    const { data, differences = false } = parseArgs({ options }).values
    if (data) return { data, differences }
  } catch {}
  return refuse("Name the folder of the evaluation data: npm run eval -- --data DIR [--differences]")
}

/** Says why in one sentence and ends with exit code 1. @param {string} sentence @returns {never} */
function refuse(sentence) {
  process.stderr.write(`${sentence}\n`)
  process.exit(1)
}

const { data: folder, differences } = readArguments()
try {
  const data = await readData(folder)
  for (const line of peerLines(data, await segmenters(), () => performance.now())) console.log(line)
  for (const name of ["tuned", "untuned"]) {
    console.log(`\nAnnotated texts, ${name}`)
    const texts = fileURLToPath(new URL(`texts/${name}`, import.meta.url))
    for (const line of await annotatedLines(texts, differences)) console.log(line)
  }
} catch (error) {
  if (error instanceof DataMissing) refuse(error.message)
  throw error
}
