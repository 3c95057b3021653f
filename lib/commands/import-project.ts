import {
  insertArchived,
  insertKeeper,
  insertPeople,
  isProjectHere,
  peopleHere,
  settleArchive,
} from "../db/archive-import.ts"
import { type AccountPass, type Actor, ownAccount } from "../db/pass.ts"
import type { ArchivePreview } from "../domain/archive-preview.ts"
import { type ArchiveFile, type ArchivePerson, archiveFiles } from "../domain/archive-tables.ts"
import { ArchiveTrouble } from "../domain/archive-trouble.ts"
import { type Failure, fail, ok, type Result } from "../domain/failure.ts"
import type { ArchiveRow } from "../formats/archive-line.ts"
import { type CheckedArchive, checkArchive, rowsOf } from "./archive-check.ts"
import { type OpenArchive, openArchive, type SentFile } from "./archive-file.ts"
import type { Report } from "./command.ts"

/** Reads and checks a whole archive, says what is in it and whether it could be brought in, and stores nothing. */
export const inspectArchive = command(async (actor, sent, report): Promise<Result<ArchivePreview>> => {
  const archive = await openArchive(sent)
  const checked = await checkArchive(archive, report)
  const allowed = await ownAccount(actor, async pass => {
    const refusal = await refusedHere(pass, checked)
    return refusal ? fail(refusal) : ok(null)
  })
  if (!allowed.ok) return allowed
  const { projectId, name, people, roles, counts } = checked
  const { documents, units, annotations, citations, sources, changes } = counts
  return ok({
    projectId,
    name,
    exportedAt: archive.manifest.exportedAt,
    people: people.map(({ id, name }) => ({ id, name, role: roles.get(id) ?? null })),
    counts: { documents, units, annotations, citations, sources, changes },
  })
})

/**
 * Brings in a project from its archive: everything as it was, with its ids, revisions and history, in one transaction or
 * not at all. Whoever brings it in owns it here; the people in it who have no account here stay who they were, and nobody
 * can sign in as them. No change is appended: who brought it in is no part of its record.
 */
export const importProject = command(
  async (actor, sent, report): Promise<Result<{ projectId: string; name: string; recomputed: number }>> => {
    const archive = await openArchive(sent)
    const checked = await checkArchive(archive, share => report(share / 2))
    const { projectId, name } = checked
    return ownAccount(
      actor,
      async pass => {
        const refusal = await refusedHere(pass, checked)
        if (refusal) return fail(refusal)
        await store(pass, archive, checked, share => report(0.5 + share / 2))
        return ok({ projectId, name, recomputed: await settleArchive(pass, projectId) })
      },
      600_000,
    )
  },
)

/** Somebody's own act on a file that they send; what is wrong with the file is a refusal. */
function command<T>(run: (actor: Actor, sent: SentFile, report: Report) => Promise<Result<T>>) {
  const told = async (actor: Actor, sent: SentFile, report: Report = () => {}): Promise<Result<T>> => {
    try {
      return await run(actor, sent, report)
    } catch (error) {
      if (error instanceof ArchiveTrouble) return fail({ code: "archive-refused", why: error.message })
      throw error
    }
  }
  return Object.assign(told, { needs: "account" as const, scope: "account" as const, admits: "manage" as const })
}

/**
 * Why an archive can't be brought in here by this person: its project is here, or it puts words into the mouth of somebody
 * else with an account. Ids can't be given anew, since the hashes of the history cover them.
 */
async function refusedHere(pass: AccountPass, { projectId, people, roles }: CheckedArchive): Promise<Failure | null> {
  if (await isProjectHere(pass, projectId)) return { code: "archive-known" }
  const here = await peopleHere(
    pass,
    people.map(({ id }) => id),
  )
  const others = here.filter(({ id, broughtIn }) => !broughtIn && id !== pass.actor.id)
  const known = new Map(people.map(person => [person.id, person]))
  // As the archive calls them: who sends one learns nothing of who is here that they did not know.
  const calledThere = (ids: readonly { readonly id: string }[]) => ids.map(({ id }) => known.get(id)!.name)
  if (others.length > 0) return { code: "archive-people", names: calledThere(others) }
  const otherwise = here.find(person => person.broughtIn && !isSame(person, known.get(person.id)!))
  if (otherwise)
    return refused(
      `${calledThere([otherwise])[0]} was brought in before with another project, under another name or with other choices.`,
    )
  const own = known.has(pass.actor.id)
  return own && roles.get(pass.actor.id) !== "owner"
    ? refused(
        "You are in this archive yourself and were no owner when it was made. One of its owners has to bring it in.",
      )
    : null
}

const refused = (why: string): Failure => ({ code: "archive-refused", why })

const isSame = (a: ArchivePerson, b: ArchivePerson) =>
  a.name === b.name && a.orcid === b.orcid && a.exportNames === b.exportNames

/** Rows that are stored at once, and about how many characters of them. */
const batch = { rows: 500, characters: 4_000_000 }

async function store(pass: AccountPass, archive: OpenArchive, checked: CheckedArchive, report: Report): Promise<void> {
  const here = new Set(
    (
      await peopleHere(
        pass,
        checked.people.map(({ id }) => id),
      )
    ).map(({ id }) => id),
  )
  await insertPeople(
    pass,
    checked.people.filter(({ id }) => !here.has(id)),
  )
  const all = Object.values(checked.counts).reduce((sum, rows) => sum + rows, 0)
  let done = 0
  for (const file of archiveFiles) {
    for await (const rows of batches(archive, file)) {
      await insertArchived(pass, file, rows, checked.revisions)
      done += rows.length
      report(done / all)
    }
    if (file === "memberships") await insertKeeper(pass, checked.projectId)
  }
}

async function* batches(archive: OpenArchive, file: ArchiveFile): AsyncGenerator<readonly ArchiveRow[]> {
  let rows: ArchiveRow[] = []
  let size = 0
  for await (const row of inOrder(archive, file)) {
    rows.push(row)
    size += lengthOf(row)
    if (rows.length < batch.rows && size < batch.characters) continue
    yield rows
    rows = []
    size = 0
  }
  if (rows.length > 0) yield rows
}

/** A record that was merged into another one comes behind all that others can have been merged into. */
async function* inOrder(archive: OpenArchive, file: ArchiveFile): AsyncGenerator<ArchiveRow> {
  if (file !== "sources") return yield* rowsOf(archive, file)
  for await (const row of rowsOf(archive, file)) if (row["mergedIntoId"] === null) yield row
  for await (const row of rowsOf(archive, file)) if (row["mergedIntoId"] !== null) yield row
}

const lengthOf = (row: ArchiveRow): number =>
  Object.values(row).reduce<number>(
    (sum, value) => sum + (typeof value === "string" || value instanceof Uint8Array ? value.length : 8),
    0,
  )
