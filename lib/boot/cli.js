/**
 * `npm run cli -- COMMAND` works with an Apparatus from the command line, over its API: `npm run cli -- help` lists the
 * commands. It needs no database, only the address of a server and an access token.
 */
const { nodeTrouble } = await import("./node-trouble.js")
const tooOld = nodeTrouble(process.versions.node)
if (tooOld) {
  console.error(tooOld)
  process.exit(1)
}
// A reader such as head that has seen enough ends the command without a word.
process.stdout.on("error", () => process.exit(0))
const { register } = await import("tsx/esm/api").catch(() => {
  console.error("The packages are not installed; run npm install first.")
  return process.exit(1)
})
register()
const { commandLine } = await import("../cli/command-line.ts")
process.exitCode = await commandLine(process.argv.slice(2), process.env, process)

export {}
