// Measures the splitter against other segmenters on a folder of evaluation data: npm run eval -- --data DIR
import { performance } from "node:perf_hooks"
import { parseArgs } from "node:util"
import { register } from "tsx/esm/api"

register()
const { DataMissing, readData } = await import("./evaluation-data.ts")
const { peerLines } = await import("./peer-table.ts")
const { segmenters } = await import("./segmenters.ts")

/** The folder that --data names. */
function dataFolder() {
  try {
    const { data } = parseArgs({ options: { data: { type: "string" } } }).values
    if (data) return data
  } catch {}
  return refuse("Name the folder of the evaluation data: npm run eval -- --data DIR")
}

/** Says why in one sentence and ends with exit code 1. @param {string} sentence @returns {never} */
function refuse(sentence) {
  process.stderr.write(`${sentence}\n`)
  process.exit(1)
}

const folder = dataFolder()
try {
  const data = await readData(folder)
  for (const line of peerLines(data, await segmenters(), () => performance.now())) console.log(line)
} catch (error) {
  if (error instanceof DataMissing) refuse(error.message)
  throw error
}
