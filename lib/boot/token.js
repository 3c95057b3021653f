import { parseArgs } from "node:util"

/**
 * `npm run token -- EMAIL [--scopes read,write,manage] [--days 90] [--name "Command line"]` prints a fresh access token for
 * that account on standard output, and whatever else there is to say on standard error. It works beside a running Apparatus,
 * with DATABASE_URL, and on the database of its own that no Apparatus runs at the moment. A refusal is one sentence and exit
 * code 1.
 */

console.log = console.error

const { nodeTrouble } = await import("./node-trouble.js")
const { Trouble } = await import("./trouble.js")
const { stop, stopOnSignals } = await import("./stopping.js")
stopOnSignals()
try {
  const tooOld = nodeTrouble(process.versions.node)
  if (tooOld) throw new Trouble(tooOld)
  const asked = readArguments()
  const { generate, isInstalled, linkPostgresLibraries, root } = await import("./prepare.js")
  if (!isInstalled(root)) throw new Trouble("The packages are not installed. Run npm start once, then ask again.")
  linkPostgresLibraries()
  await generate()
  const { databaseForScripts } = await import("./database-for-scripts.js")
  process.env["DATABASE_URL"] = await databaseForScripts()
  const { register } = await import("tsx/esm/api")
  register()
  const { tokenFor } = await import("./token-for.js")
  process.stdout.write(`${await tokenFor(asked)}\n`)
  await stop(0)
} catch (trouble) {
  console.error(trouble instanceof Trouble ? trouble.message : trouble)
  await stop(1)
}

/** What the command line says. */
function readArguments() {
  const usage = "Use: npm run token -- EMAIL [--scopes read,write,manage] [--days 90] [--name WORDS]"
  const text = /** @type {const} */ ({ type: "string" })
  try {
    const options = { scopes: text, days: text, name: text }
    const { values, positionals } = parseArgs({ options, allowPositionals: true })
    const [email] = positionals
    if (!email || positionals.length > 1) throw new Trouble(usage)
    return { email, ...values }
  } catch {
    throw new Trouble(usage)
  }
}
