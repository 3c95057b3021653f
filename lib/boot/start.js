export {}

// Written so that an old Node can read this far and say what is wrong.
const { nodeTrouble } = await import("./node-trouble.js")
const tooOld = nodeTrouble(process.versions.node)
if (tooOld) {
  console.error(tooOld)
  process.exit(1)
}

const dev = process.argv.includes("--dev")
const cluster = process.argv.includes("--cluster")
const environment = /** @type {Record<string, string | undefined>} */ (process.env)
environment["NEXT_TELEMETRY_DISABLED"] = "1"
environment["NODE_ENV"] = dev ? "development" : "production"
const { isStopping, stop, stopOnSignals } = await import("./stopping.js")
const { logDefects } = await import("./log-defects.js")
stopOnSignals()
logDefects()
try {
  const { install, generate, linkPostgresLibraries } = await import("./prepare.js")
  await install()
  linkPostgresLibraries()
  await generate()
  const { bundleReader } = await import("../intake/bundle-reader.js")
  await bundleReader()
  if (process.argv.includes("--build")) {
    const { build } = await import("./build.js")
    await build()
    await stop(0)
  }
  const { serve } = await import("./serve.js")
  await serve({ dev, cluster })
} catch (trouble) {
  const { Trouble } = await import("./trouble.js")
  // What fails because it is being stopped is not worth a word.
  if (!isStopping()) console.error(trouble instanceof Trouble ? trouble.message : trouble)
  await stop(1)
}
