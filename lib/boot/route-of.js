import { readFileSync } from "node:fs"
import { join } from "node:path"
import { root } from "./prepare.js"

/**
 * @typedef {object} Node
 * @property {string | null} here the pattern that ends here
 * @property {Map<string, Node>} parts what goes on with a written part
 * @property {Node | null} any what goes on with any part
 * @property {string | null} rest the pattern that takes whatever follows
 */

/** @returns {Node} */
const node = () => ({ here: null, parts: new Map(), any: null, rest: null })

/** The pattern of what no pattern fits. */
export const nowhere = "(nowhere)"

/**
 * A function that finds the pattern of an address, such as `/projects/[projectId]` for `/projects/7`. There are as many
 * answers as there are patterns, so that they can be counted by.
 * @param {readonly string[]} patterns as Next writes them
 * @returns {(path: string) => string}
 */
export function routeOf(patterns) {
  const top = node()
  for (const pattern of patterns) {
    let here = top
    for (const part of partsOf(pattern)) {
      if (part.startsWith("[...") || part.startsWith("[[...")) {
        here.rest = pattern
        break
      }
      if (part.startsWith("[")) here = here.any ??= node()
      else {
        const next = here.parts.get(part) ?? node()
        here.parts.set(part, next)
        here = next
      }
    }
    if (!here.rest) here.here = pattern
  }
  return path => (path.startsWith("/_next/") ? "/_next" : (find(top, partsOf(path), 0) ?? nowhere))
}

/** @param {string} path */
const partsOf = path => path.split("/").filter(Boolean)

/** @param {Node} from @param {readonly string[]} parts @param {number} at @returns {string | null} */
function find(from, parts, at) {
  const part = parts[at]
  if (part === undefined) return from.here ?? from.rest
  const written = from.parts.get(part)
  return (written && find(written, parts, at + 1)) ?? (from.any && find(from.any, parts, at + 1)) ?? from.rest
}

/** The patterns of the pages as they are built; none where pages follow the code. @returns {string[]} */
export function builtRoutes() {
  try {
    return Object.values(JSON.parse(readFileSync(join(root, ".next/app-path-routes-manifest.json"), "utf8")))
  } catch {
    return []
  }
}
