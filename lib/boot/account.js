import { readArguments, runScript } from "./script.js"

/**
 * What only whoever runs the server does with people's accounts, on the database of its own, while Apparatus runs or not,
 * or on that of DATABASE_URL. A refusal is one sentence and exit code 1.
 *
 *     npm run account -- sign-out EMAIL | --everybody    ends all sessions; tokens stay unless --tokens says otherwise
 *     npm run account -- second-factor-off EMAIL         for somebody who lost app, passkeys and recovery codes
 *     npm run account -- delete EMAIL                    for somebody who asks for it; their work stays under a pseudonym
 *     npm run account -- events [EMAIL] [--days 7]       prints what happened as JSON, an event a line
 */

const usage =
  "Use: npm run account -- sign-out EMAIL [--tokens] | sign-out --everybody [--tokens] | second-factor-off EMAIL | delete EMAIL | events [EMAIL] [--days 7]"

await runScript(async () => {
  const asked = await asking()
  const { databaseForScripts } = await import("./database-for-scripts.js")
  process.env["DATABASE_URL"] = await databaseForScripts()
  const { tendAccount } = await import("./tend-account.js")
  for (const line of await tendAccount(asked)) process.stdout.write(`${line}\n`)
  return 0
})

async function asking() {
  const { Trouble } = await import("./trouble.js")
  const flag = /** @type {const} */ ({ type: "boolean" })
  const options = { everybody: flag, tokens: flag, days: /** @type {const} */ ({ type: "string" }) }
  const { values, positionals } = await readArguments(usage, options)
  const [what, email = null, ...more] = positionals
  const days = Number(values.days ?? 7)
  const { everybody = false, tokens = false } = values
  const whole =
    (what === "sign-out" && (email === null) === everybody) ||
    ((what === "second-factor-off" || what === "delete") && email !== null) ||
    what === "events"
  if (!whole || more.length > 0 || !Number.isInteger(days) || days < 1) throw new Trouble(usage)
  return { what, email, tokens, days }
}
