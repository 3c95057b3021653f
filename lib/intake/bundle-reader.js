import { createHash } from "node:crypto"
import { existsSync, readdirSync, readFileSync, renameSync } from "node:fs"
import { mkdir, writeFile } from "node:fs/promises"
import { join } from "node:path"
import { fileURLToPath } from "node:url"

const root = fileURLToPath(new URL("../..", import.meta.url))
const folder = join(root, "lib/intake/generated")
const program = join(folder, "reader.mjs")

/**
 * Makes one file of everything that reads documents, when it is made of something else than there is now. The process
 * that reads may open that file and no other, so that nothing can be loaded from beside it.
 */
export async function bundleReader() {
  const hash = sourceHash()
  const mark = join(folder, ".made-from")
  if (existsSync(program) && existsSync(mark) && readFileSync(mark, "utf8") === hash) return
  const { build } = await import("esbuild")
  await mkdir(folder, { recursive: true })
  const made = await build({
    entryPoints: [join(root, "lib/intake/reader.ts")],
    bundle: true,
    write: false,
    platform: "node",
    format: "esm",
    target: "node20",
    // Packages written for require() ask for Node's own modules in that way.
    banner: {
      js: 'import { createRequire as nodeRequire } from "node:module"; const require = nodeRequire(import.meta.url);',
    },
    logLevel: "error",
  })
  // Two may be at it at once, and neither may see half a file.
  for (const [path, text] of /** @type {const} */ ([
    [program, made.outputFiles[0]?.text ?? ""],
    [mark, hash],
  ])) {
    const part = `${path}.${process.pid}`
    await writeFile(part, text)
    renameSync(part, path)
  }
}

function sourceHash() {
  const hash = createHash("sha256")
  const files = ["lib/intake", "lib/formats", "lib/domain"].flatMap(path =>
    readdirSync(join(root, path))
      .filter(name => /\.(ts|js)$/.test(name))
      .sort()
      .map(name => `${path}/${name}`),
  )
  for (const file of [...files, "package-lock.json"])
    hash
      .update(file)
      .update("\0")
      .update(readFileSync(join(root, file)))
  return hash.digest("hex")
}
