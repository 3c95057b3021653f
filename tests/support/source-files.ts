import { readdirSync, readFileSync } from "node:fs"
import { dirname, join, normalize } from "node:path"

export interface SourceFile {
  readonly path: string
  readonly text: string
  readonly imports: readonly Import[]
}

export interface Import {
  /** A path from the project's folder, or the name of a package with its path. */
  readonly target: string
  readonly own: boolean
  readonly typeOnly: boolean
  readonly reexport: boolean
}

const root = new URL("../..", import.meta.url).pathname

/** The project's own code in these folders and files, without what is generated. */
export const sourceFiles = (...places: readonly string[]): readonly SourceFile[] =>
  places
    .flatMap(place =>
      place.includes(".")
        ? [place]
        : readdirSync(join(root, place), { recursive: true, encoding: "utf8" }).map(name => join(place, name)),
    )
    .filter(path => /\.(ts|tsx|js|jsx|mjs|cjs)$/.test(path) && !/^lib\/(?:db|intake)\/generated\//.test(path))
    .map(path => {
      const text = readFileSync(join(root, path), "utf8")
      return { path, text, imports: importsOf(path, text) }
    })

const statement =
  /^(?:import|export)\s(?<names>[^"'`;]*?)\bfrom\s*["'](?<from>[^"']+)["']|^import\s*["'](?<bare>[^"']+)["']|\bimport\(\s*["'](?<lazy>[^"']+)["']|\brequire\(\s*["'](?<required>[^"']+)["']|new URL\(\s*["'](?<url>\.[^"']+)["']\s*,\s*import\.meta\.url/gm

function importsOf(path: string, text: string): readonly Import[] {
  return [...text.matchAll(statement)].map(match => {
    const { names = "", from, bare, lazy, required, url } = match.groups!
    const target = from ?? bare ?? lazy ?? required ?? url!
    const own = target.startsWith(".")
    return {
      target: own ? normalize(join(dirname(path), target)) : target,
      own,
      typeOnly: /^type\b/.test(names.trim()) || onlyTypes(names),
      reexport: match[0].startsWith("export"),
    }
  })
}

/** Whether every name in braces is marked as a type. */
function onlyTypes(names: string): boolean {
  const inside = /^\{([^}]*)\}\s*$/.exec(names.trim())?.[1]
  const each = inside?.split(",").map(name => name.trim())
  return each !== undefined && each.filter(Boolean).every(name => name.startsWith("type "))
}

/** Code without its comments and without what stands in quotes, so that words about a thing are not taken for it. */
export const bareCode = (text: string): string =>
  text
    .replace(/\/\*[\s\S]*?\*\//g, "")
    .replace(/(^|[^:"'`\\])\/\/[^\n]*/g, "$1")
    .replace(/"(?:[^"\\\n]|\\.)*"/g, '""')
