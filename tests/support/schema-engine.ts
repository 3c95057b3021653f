import { readdirSync, readFileSync } from "node:fs"
import { createRequire } from "node:module"
import { PrismaPg } from "@prisma/adapter-pg"
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } from "@prisma/driver-adapter-utils"
import type { MigrationList, SchemaEngine } from "@prisma/schema-engine-wasm"
import type { FieldDef } from "pg"

interface Glue {
  SchemaEngine: typeof SchemaEngine
  __wbg_set_wasm(exports: WebAssembly.Exports): void
}

// Where the engine leaves its last words.
const registry = globalThis as { PRISMA_WASM_PANIC_REGISTRY?: { set_message(words: string): void } }
registry.PRISMA_WASM_PANIC_REGISTRY = {
  set_message(words) {
    throw new Error(words)
  },
}

const prisma = new URL("../../prisma/", import.meta.url)

let loaded: Promise<Glue> | undefined

// Once a process: the glue keeps the memory of one instance.
async function load(): Promise<Glue> {
  const name = "@prisma/schema-engine-wasm/schema_engine_bg"
  const glue = (await import(name)) as Glue
  const code = createRequire(import.meta.url)
    .resolve(name)
    .replace(/\.js$/, ".wasm")
  const made = await WebAssembly.instantiate(readFileSync(code), {
    "./schema_engine_bg.js": glue as unknown as WebAssembly.ModuleImports,
  })
  glue.__wbg_set_wasm(made.instance.exports)
  const start = made.instance.exports["__wbindgen_start"] as () => void
  start()
  return glue
}

/** The engine of Prisma's own command line on a database, without its native form. `shadow` is an empty one that it may use up. */
export async function schemaEngine(address: string, shadow: string): Promise<SchemaEngine> {
  loaded ??= load()
  const { SchemaEngine: engine } = await loaded
  const factory = new PrismaPg({ connectionString: address })
  const adapter = bindMigrationAwareSqlAdapterFactory({
    provider: factory.provider,
    adapterName: factory.adapterName,
    connect: async () => whole(await factory.connect()),
    connectToShadowDb: async () => whole(await new PrismaPg({ connectionString: shadow }).connect()),
  })
  return engine.new({ datamodels: [["schema.prisma", schema()]] }, () => {}, adapter)
}

// PostgreSQL's types of one byte, in which its catalogue keeps what a constraint is, and of text.
const [oneByte, text] = [18, 25]

// The adapter cuts a script at every semicolon, also in a function's body, and can't read columns of one byte. The
// native engine sends a script whole and reads them.
function whole<A extends Awaited<ReturnType<PrismaPg["connect"]>>>(adapter: A): A {
  const pool = adapter.underlyingDriver()
  const bytes = new Set<string>()
  const query = pool.query.bind(pool) as (...words: unknown[]) => Promise<{ fields?: FieldDef[] }>
  const reading = async (...words: unknown[]) => {
    const answer = await query(...words)
    for (const field of answer.fields ?? []) {
      if (field.dataTypeID !== oneByte) continue
      field.dataTypeID = text
      bytes.add(field.name)
    }
    return answer
  }
  Object.assign(pool, { query: reading })
  const queryRaw = adapter.queryRaw.bind(adapter)
  adapter.queryRaw = async asked => {
    const answer = await queryRaw(asked)
    const types = answer.columnTypes.map((type, at) =>
      bytes.has(answer.columnNames[at]!) ? ColumnTypeEnum.Character : type,
    )
    return { ...answer, columnTypes: types }
  }
  adapter.executeScript = async script => {
    await pool.query(script)
  }
  return adapter
}

export const schema = (): string => readFileSync(new URL("schema.prisma", prisma), "utf8")

/** The migrations as the engine wants them. */
export function migrations(): MigrationList {
  const folder = new URL("migrations/", prisma)
  const read = (path: string) => readFileSync(new URL(path, folder), "utf8")
  return {
    baseDir: folder.pathname,
    lockfile: { path: "migration_lock.toml", content: read("migration_lock.toml") },
    shadowDbInitScript: "",
    migrationDirectories: readdirSync(folder, { withFileTypes: true })
      .filter(entry => entry.isDirectory())
      .map(({ name }) => ({
        path: name,
        migrationFile: { path: "migration.sql", content: { tag: "ok", value: read(`${name}/migration.sql`) } },
      })),
  }
}
