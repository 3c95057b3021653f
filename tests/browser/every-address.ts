import { readdirSync } from "node:fs"
import { addresses, takesFile } from "../../lib/api/addresses.ts"

/** An address that something answers, with the names of its parts in brackets. */
export interface Address {
  readonly method: string
  readonly path: string
  /** What a body there has to be. */
  readonly takes: string
}

const api: readonly Address[] = Object.entries(addresses).map(([name, at]) => {
  const [method = "", path = ""] = at.split(" ")
  return { method, path: `/api/v1/${path}`, takes: Object(takesFile)[name] ?? "application/json" }
})

const pages: readonly Address[] = readdirSync(new URL("../../app", import.meta.url), {
  recursive: true,
  encoding: "utf8",
})
  .filter(path => /(?:^|\/)page\.tsx$/.test(path))
  .map(path => ({ method: "GET", path: `/${path.replace(/\/?page\.tsx$/, "")}`, takes: "text/plain" }))

const signIn: readonly Address[] = ["csrf", "session", "providers", "signin", "error"].map(path => ({
  method: "GET",
  path: `/api/auth/${path}`,
  takes: "application/json",
}))

/** Everything that has an address: each operation of the API, each page, and what signs people in. */
export const everyAddress: readonly Address[] = [...api, ...pages, ...signIn]

/** An address with its parts filled in; what has no name here is an id that nothing has. */
export const filled = (path: string, parts: Readonly<Record<string, string>>): string =>
  path.replaceAll(/\[(\w+)\]/g, (_, name: string) => parts[name] ?? crypto.randomUUID())
