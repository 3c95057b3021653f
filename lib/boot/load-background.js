import { writeFile } from "node:fs/promises"
import { join } from "node:path"
import { pathToFileURL } from "node:url"
import { root } from "./prepare.js"

const program = join(root, ".next/apparatus-background.mjs")

/** Make one file of what a server does beside answering requests; packages stay where they are. Belongs to the build. */
export async function bundleBackground() {
  const { build } = await import("esbuild")
  const made = await build({
    entryPoints: [join(root, "lib/boot/background.ts")],
    bundle: true,
    write: false,
    platform: "node",
    format: "esm",
    target: "node20",
    packages: "external",
    logLevel: "error",
  })
  await writeFile(program, made.outputFiles[0]?.text ?? "")
}

/**
 * What a server does beside answering requests: from the file of the build, or from the sources where pages are built
 * as they are asked for.
 * @returns {Promise<typeof import("./background.ts").background>}
 */
export async function loadBackground() {
  const built = process.env["NODE_ENV"] === "production"
  if (!built) (await import("tsx/esm/api")).register()
  const { background } = await import(
    built ? pathToFileURL(program).href : new URL("background.ts", import.meta.url).href
  )
  return background
}
