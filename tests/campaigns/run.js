// Campaigns against what comes in and goes out: `npm run campaign -- mutated` reads ten thousand mutated files of each
// importer unless --files says otherwise, of those that --only names; `npm run campaign -- formulas` opens exports in
// LibreOffice. Without a name both are run. A seed makes the same files again.
import { parseArgs } from "node:util"
import { register } from "tsx/esm/api"
import { install } from "../../lib/boot/prepare.js"
import { bundleReader } from "../../lib/intake/bundle-reader.js"

const text = /** @type {const} */ ({ type: "string" })
const { values, positionals } = parseArgs({
  options: { files: text, seed: text, only: text },
  allowPositionals: true,
})
const files = Number(values.files ?? 10_000)
const seed = Number(values.seed ?? Math.floor(Math.random() * 2 ** 31))
const wanted = (/** @type {string} */ name) => positionals.length === 0 || positionals.includes(name)

await install()
await bundleReader()
register()
let failed = false
if (wanted("mutated")) await mutated()
if (wanted("formulas")) await formulas()
process.exitCode = failed ? 1 : 0

async function mutated() {
  const { importers } = await import("./importers.ts")
  const { besideFiles, mutatedFiles, readers } = await import("./mutated-files.ts")
  const only = values.only?.split(",")
  const chosen = importers.filter(({ name }) => !only || only.includes(name))
  const { program, remove } = await readers()
  console.log(`${files} mutated files of each of ${chosen.length} importers, seed ${seed}`)
  for (const importer of chosen) {
    const found = await mutatedFiles(program, importer, seed, files)
    const ends = (/** @type {ReadonlyMap<string, number>} */ counts) =>
      [...counts]
        .sort(([, a], [, b]) => b - a)
        .map(([end, count]) => `${count} ${end}`)
        .join(", ")
    console.log(
      `${importer.name}: ${ends(found.ends)}; at most ${Math.round(found.took)} ms, ${Math.round(found.held)} ms of the server at a stretch, ${Math.round(found.used)} MB`,
    )
    if (importer.beside) {
      const numbers = Array.from({ length: Math.min(50, files) }, (_, at) => Math.floor((at * files) / 50))
      const { ends: beside, stood } = await besideFiles(importer, seed, numbers)
      console.log(
        `  in the app's own process: ${ends(beside)}; the server's loop stood still for ${Math.round(stood)} ms at most`,
      )
      if (stood > 200) failed = true
    }
    for (const fault of found.faults.slice(0, 20)) console.log(`  ${fault}`)
    if (found.faults.length > 0) failed = true
  }
  remove()
}

async function formulas() {
  const { formulaCells, formulasInLibreOffice } = await import("./formulas.ts")
  const found = formulasInLibreOffice()
  if (!found) {
    console.log(
      "There is no LibreOffice here (soffice): install it, or look at what tests/campaigns/formulas.test.ts says.",
    )
    failed = true
    return
  }
  const { csv, xlsx, control } = found
  console.log(
    `${formulaCells.length} cells in LibreOffice: ${csv} formulas in CSV, ${xlsx} in a workbook; ${control} in the control, which has to have some`,
  )
  if (csv + xlsx > 0 || control === 0) failed = true
}
