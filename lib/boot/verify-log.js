import { readArguments, runScript } from "./script.js"

/**
 * `npm run verify-log -- [--project ID] [--head HEAD] [--file FILE]` goes through the log of changes and tells of each project
 * on standard output how many changes it has and its head, and what is wrong with it. With a head, or a file that was exported,
 * it tells whether that is a head of the log and whether what came before it still stands. It works beside a running
 * Apparatus, with DATABASE_URL, and on the database of its own that no Apparatus runs at the moment. The exit code is 1 when
 * anything is wrong.
 */

const usage = "Use: npm run verify-log -- [--project ID] [--head HEAD] [--file FILE]"

await runScript(async () => {
  const text = /** @type {const} */ ({ type: "string" })
  const { values, positionals } = await readArguments(usage, { project: text, head: text, file: text })
  const { Trouble } = await import("./trouble.js")
  if (positionals.length > 0) throw new Trouble(usage)
  const { project = null, head, file } = values
  if (project && !/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(project))
    throw new Trouble(`${project} is no id of a project. It stands in the address of the project's pages.`)
  const { askedHeads, verifyHeads, verifyProjects } = await import("./verify-there.js")
  const heads = askedHeads(head, file)
  const { databaseForScripts } = await import("./database-for-scripts.js")
  const url = await databaseForScripts()
  const say = (/** @type {string} */ line) => void process.stdout.write(`${line}\n`)
  const sound = heads ? await verifyHeads(url, project, heads, say) : await verifyProjects(url, project, say)
  return sound ? 0 : 1
})
