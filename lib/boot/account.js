import { parseArgs } from "node:util"

/**
 * What only whoever runs the server does with people's accounts, on the database of its own, while Apparatus runs or not,
 * or on that of DATABASE_URL. A refusal is one sentence and exit code 1.
 *
 *     npm run account -- sign-out EMAIL | --everybody    ends all sessions; tokens stay unless --tokens says otherwise
 *     npm run account -- second-factor-off EMAIL         for somebody who lost their app and their recovery codes
 *     npm run account -- events [EMAIL] [--days 7]       prints what happened as JSON, an event a line
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
  const { tendAccount } = await import("./tend-account.js")
  for (const line of await tendAccount(asked)) process.stdout.write(`${line}\n`)
  await stop(0)
} catch (trouble) {
  console.error(trouble instanceof Trouble ? trouble.message : trouble)
  await stop(1)
}

/** What the command line says. */
function readArguments() {
  const usage =
    "Use: npm run account -- sign-out EMAIL [--tokens] | sign-out --everybody [--tokens] | second-factor-off EMAIL | events [EMAIL] [--days 7]"
  const flag = /** @type {const} */ ({ type: "boolean" })
  try {
    const options = { everybody: flag, tokens: flag, days: /** @type {const} */ ({ type: "string" }) }
    const { values, positionals } = parseArgs({ options, allowPositionals: true })
    const [what, email = null, ...more] = positionals
    const days = Number(values.days ?? 7)
    const { everybody = false, tokens = false } = values
    const whole =
      (what === "sign-out" && (email === null) === everybody) ||
      (what === "second-factor-off" && email !== null) ||
      what === "events"
    if (!whole || more.length > 0 || !Number.isInteger(days) || days < 1) throw new Trouble(usage)
    return { what, email, tokens, days }
  } catch {
    throw new Trouble(usage)
  }
}
