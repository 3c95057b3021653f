export {}

// Written so that an old Node can read this far and say what is wrong.
const [major, minor] = process.versions.node.split(".").map(Number)
if ((major ?? 0) < 20 || (major === 20 && (minor ?? 0) < 19)) {
  console.error(
    `Apparatus needs Node 20.19 or newer; this is ${process.versions.node}. Install a newer Node and start again.`,
  )
  process.exit(1)
}

process.env["NEXT_TELEMETRY_DISABLED"] = "1"
try {
  const { install, generate, linkPostgresLibraries } = await import("./prepare.js")
  install()
  linkPostgresLibraries()
  generate()
  const { serve } = await import("./serve.js")
  await serve({ dev: process.argv.includes("--dev") })
} catch (trouble) {
  console.error(trouble instanceof Error ? trouble.message : String(trouble))
  process.exit(1)
}
