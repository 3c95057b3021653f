import { readArguments, runScript } from "./script.js"

/**
 * `npm run restore -- FILE [--into FOLDER]` puts a backup into an empty database: the one of DATABASE_URL, or a new one in a data
 * folder, DATA_DIR when none is named. What fails leaves nothing behind.
 */

const usage = "Use: npm run restore -- FILE [--into FOLDER]"

await runScript(async () => {
  const { values, positionals } = await readArguments(usage, { into: /** @type {const} */ ({ type: "string" }) })
  const { Trouble } = await import("./trouble.js")
  const [file] = positionals
  if (!file || positionals.length > 1) throw new Trouble(usage)
  const given = process.env["DATABASE_URL"]
  if (given && values.into !== undefined)
    throw new Trouble("Either --into names a new data folder or DATABASE_URL an empty database. Leave one of them out.")
  const { restoreInto, restoreThere } = await import("./restore-there.js")
  const { dataFolder } = await import("./data-folder.js")
  const { resolve } = await import("node:path")
  const say = (/** @type {string} */ line) => console.error(line)
  if (given) await restoreThere(given, process.env["DATABASE_OWNER_URL"] || null, file, say)
  else await restoreInto(values.into === undefined ? dataFolder(process.env) : resolve(values.into), file, say)
  return 0
})
