import { readArguments, runScript } from "./script.js"

/**
 * `npm run backup -- [FILE]` writes everything that the database holds, and what seals secrets in it, into one file, while people
 * go on working: by default in the folder for backups, under the time. It works beside a running Apparatus, with DATABASE_URL,
 * and on the database of its own that no Apparatus runs at the moment. Its last line on standard output is the file.
 */

const usage = "Use: npm run backup -- [FILE]"

await runScript(async () => {
  const { positionals } = await readArguments(usage, {})
  const { Trouble } = await import("./trouble.js")
  if (positionals.length > 1) throw new Trouble(usage)
  const { backUp } = await import("./back-up.js")
  const { backupFolder, backupName } = await import("./backup-names.js")
  const file = positionals[0] ?? `${backupFolder(process.env)}/${backupName(new Date())}`
  const { databaseForScripts } = await import("./database-for-scripts.js")
  const said = await backUp(await databaseForScripts(), file, line => console.error(line))
  console.error(said)
  process.stdout.write(`${file}\n`)
  return 0
})
