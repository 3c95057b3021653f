/**
 * What a command of this program needs beside its own work: a Node that is new enough, packages, generated code, signals,
 * and a refusal that is one sentence and exit code 1. Whatever there is to say beside the answer goes to standard error.
 * @param {() => Promise<number>} work answers the exit code
 */
export async function runScript(work) {
  console.log = console.error
  const { nodeTrouble } = await import("./node-trouble.js")
  const { Trouble } = await import("./trouble.js")
  const { stop, stopOnSignals } = await import("./stopping.js")
  stopOnSignals()
  try {
    const tooOld = nodeTrouble(process.versions.node)
    if (tooOld) throw new Trouble(tooOld)
    const { generate, isInstalled, linkPostgresLibraries, root } = await import("./prepare.js")
    if (!isInstalled(root)) throw new Trouble("The packages are not installed. Run npm start once, then ask again.")
    linkPostgresLibraries()
    await generate()
    const { register } = await import("tsx/esm/api")
    register()
    await stop(await work())
  } catch (trouble) {
    console.error(trouble instanceof Trouble ? trouble.message : trouble)
    await stop(1)
  }
}

/**
 * What the command line says, or the sentence how to say it.
 * @template {import("node:util").ParseArgsConfig["options"]} O
 * @param {string} usage
 * @param {O} options
 */
export async function readArguments(usage, options) {
  const { parseArgs } = await import("node:util")
  const { Trouble } = await import("./trouble.js")
  try {
    return parseArgs({ options: /** @type {NonNullable<O>} */ (options), allowPositionals: true })
  } catch {
    throw new Trouble(usage)
  }
}
