import { readArguments, runScript } from "./script.js"

/**
 * `npm run token -- EMAIL [--scopes read,write,manage] [--days 90] [--name "Command line"]` prints a fresh access token for
 * that account on standard output, and whatever else there is to say on standard error. It works beside a running Apparatus,
 * with DATABASE_URL, and on the database of its own that no Apparatus runs at the moment. A refusal is one sentence and exit
 * code 1.
 */

const usage = "Use: npm run token -- EMAIL [--scopes read,write,manage] [--days 90] [--name WORDS]"

await runScript(async () => {
  const text = /** @type {const} */ ({ type: "string" })
  const { values, positionals } = await readArguments(usage, { scopes: text, days: text, name: text })
  const { Trouble } = await import("./trouble.js")
  const [email] = positionals
  if (!email || positionals.length > 1) throw new Trouble(usage)
  const { databaseForScripts } = await import("./database-for-scripts.js")
  process.env["DATABASE_URL"] = await databaseForScripts()
  const { tokenFor } = await import("./token-for.js")
  process.stdout.write(`${await tokenFor({ email, ...values })}\n`)
  return 0
})
