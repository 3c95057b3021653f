import type pg from "pg"
import { uuidv7 } from "uuidv7"
import { addSource } from "../../lib/commands/add-source.ts"
import { database } from "../../lib/db/client.ts"
import { record } from "../commands/access-inputs.ts"
import type { Input, Row } from "../commands/access-row.ts"
import { accessTable } from "../commands/access-table.ts"
import { type Room, room, type Somebody } from "../commands/everybody.ts"
import { code, document, value } from "../queries/project.ts"
import { keepRows } from "./kept-rows.ts"

type Command = Row["call"] & { readonly input?: unknown; readonly scope?: string }

/** Every command on a project or a document, once, with a good input: what two people may do at once. */
export const writes: readonly Row[] = accessTable.filter(({ name, call, good }) => {
  const { input, scope } = call as Command
  return input && (scope === "document" || scope === "project") && !name.includes(",") && good.length > 0
})

let made: Promise<{ here: Room; putBack: () => Promise<void> }> | undefined

/** A project with one document and three sources, in which everything is about the same few rows: each time the same one. */
export async function scene(watcher: pg.Client): Promise<Room> {
  made ??= newScene().then(async here => ({ here, putBack: await keepRows(watcher, "scene") }))
  const { here, putBack } = await made
  await putBack()
  return here
}

async function newScene(): Promise<Room> {
  const made = await room()
  const { owner, projectId } = made
  const { id: documentId } = await document(owner, projectId)
  const sources = [uuidv7(), uuidv7(), uuidv7()]
  for (const id of sources) value(await addSource(owner, { projectId, id, ...record(), requestId: uuidv7() }))
  return { ...made, shared: { documentId, sources, turn: 0 } }
}

/** What one of two does: a write, and in whose hands. */
export interface Deed {
  readonly write: Row
  readonly by: number
}

export interface Made {
  readonly input: Input
  readonly call: () => Promise<string>
}

/**
 * Both inputs, made before either is sent, as two people have their pages open. Who can't make one after the other's has
 * been made means the other's rows: the same wish under a request of their own. Null when there is no such pair; `why` hears
 * for what reason.
 */
export async function prepared(here: Room, deeds: readonly [Deed, Deed]): Promise<readonly [Made, Made] | null> {
  const whoDoes = ({ write, by }: Deed) => here[write.good[by % write.good.length]!] as Somebody
  const input = async (deed: Deed) => {
    here.shared!.turn = 0
    return deed.write.make(here, whoDoes(deed)).catch(() => null)
  }
  const made = (deed: Deed, input: Input): Made => ({
    input,
    call: async () => code(await deed.write.call(whoDoes(deed), input as never)),
  })
  const [one, other] = deeds
  const first = await input(one)
  if (!first) return null
  const same = one.write === other.write ? { ...first, requestId: uuidv7() } : null
  const second = (await input(other)) ?? same
  return second && [made(one, first), made(other, second)]
}

const id = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g
const time = /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|\+00:00)?/g

let kept: Promise<string> | undefined

/** The question for every row of a project and its document. */
async function rowsKept(watcher: pg.Client): Promise<string> {
  const { rows: tables } = await watcher.query(`
    SELECT table_name AS name, bool_or(column_name = 'projectId') AS project, bool_or(column_name = 'documentId') AS document
    FROM information_schema.columns WHERE table_schema = 'public' GROUP BY 1`)
  const parts = tables.flatMap(({ name, project, document }) => {
    const which = name === "Project" ? "id = $1" : name === "Document" ? "id = $2" : null
    const where = which ?? [project && '"projectId" = $1', document && '"documentId" = $2'].filter(Boolean).join(" OR ")
    if (!where || otherwise.includes(name)) return []
    return `SELECT '${name}' AS name, ${chosenByLot[name] ?? "to_jsonb(t)"} AS row FROM "${name}" t WHERE ${where}`
  })
  return parts.join(" UNION ALL ")
}

/**
 * Everything that is stored of a project, in an order and in words that do not depend on when it was written and which
 * random numbers were drawn: ids that both runs have a name for get it, others none.
 */
export async function told(watcher: pg.Client, here: Room, made: readonly Made[]): Promise<string> {
  const names = await namesIn(here, made)
  kept ??= rowsKept(watcher)
  const values = [here.projectId, here.shared!.documentId]
  const { rows } = await watcher.query({ name: "rows kept", text: await kept, values })
  const lines = rows.map(({ name, row }) => `${name} ${words(row, names)}`)
  return lines.sort().join("\n")
}

/** What differs from run to run however the statements fell: hashes, and what is drawn at random. */
const drawn = /^(hash|headHash|inputHash|salt)$|secret/i

/** Where it depends on a lot, or on who is at a claim just then, which one is chosen: what may not depend on it. */
const chosenByLot: Readonly<Record<string, string>> = {
  NormingClaim: chosen(`'labelled', (SELECT count(*) FROM "Annotation" a WHERE a."unitId" = u.id)`),
  // The queue passes over a claim that somebody is at.
  ClaimLease: chosen(`'done', EXISTS (SELECT 1 FROM "Annotation" a
    WHERE a."unitId" = u.id AND a."reviewerId" = t."userId" AND a.current)`),
}

function chosen(more: string) {
  return `(SELECT to_jsonb(t) - 'unitId' - 'place' || jsonb_build_object('claim', u.kind = 'claim' AND NOT u.retired, ${more})
    FROM "Unit" u WHERE u.id = t."unitId")`
}

/** Rows that hold no work of a project. */
const otherwise = ["AccountEvent"]

function words(row: Record<string, unknown>, names: ReadonlyMap<string, string>): string {
  const kept = Object.entries(row).map(([key, one]) => {
    if (drawn.test(key)) return [key, "drawn"]
    if (/(^at|At)$/.test(key)) return [key, one === null ? null : "a time"]
    return [key, key === "body" && typeof one === "string" && one.startsWith("\\x") ? fromHex(one) : one]
  })
  return JSON.stringify(kept)
    .replace(id, found => names.get(found) ?? "an id")
    .replace(/Person \d+/g, found => names.get(found) ?? "somebody")
    .replace(time, "a time")
}

const fromHex = (text: string) => Buffer.from(text.slice(2), "hex").toString("utf8")

async function namesIn(here: Room, made: readonly Made[]): Promise<Map<string, string>> {
  const names = new Map<string, string>()
  const { shared, projectId, ...people } = here
  for (const [who, { id, name }] of Object.entries(people)) names.set(id, who).set(name, who)
  names.set(projectId, "the project").set(shared!.documentId, "the document")
  for (const [at, source] of shared!.sources.entries()) names.set(source, `source ${at}`)
  const order = [{ bornStart: "asc" }, { number: "asc" }, { bornEnd: "asc" }] as const
  const units = { where: { documentId: shared!.documentId, proposed: true }, orderBy: [...order] }
  for (const [at, unit] of (await database().unit.findMany(units)).entries()) names.set(unit.id, `unit ${at}`)
  for (const [at, { input }] of made.entries())
    for (const [n, found] of [...(JSON.stringify(input).match(id) ?? [])].entries())
      if (!names.has(found)) names.set(found, `id ${n} of ${at}`)
  return names
}
