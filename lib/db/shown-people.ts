import { Prisma } from "./generated/client.ts"
import type { ProjectPass } from "./pass.ts"
import { shownId, shownName } from "./sight.ts"

/** A person as the actor may know them. */
export interface ShownPerson {
  readonly id: string
  readonly name: string
}

const p = Prisma.sql`p`
const columns = (pass: ProjectPass) =>
  Prisma.sql`${shownId(pass, Prisma.sql`p.id`)} AS id, ${shownName(pass, p)} AS name`

/** The project's members, oneself left out, by name. */
export const peopleToMention = (pass: ProjectPass): Promise<ShownPerson[]> =>
  pass.tx.$queryRaw<ShownPerson[]>`
    SELECT ${columns(pass)} FROM "Membership" m JOIN "User" p ON p.id = m."userId"
    WHERE m."projectId" = ${pass.projectId}::uuid AND m."leftAt" IS NULL AND p.id <> ${pass.actor.id}::uuid
    ORDER BY name, id`

/** The members whom the actor knows under these ids: the ids that they have in the rows. */
export async function membersShownAs(pass: ProjectPass, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await pass.tx.$queryRaw<{ id: string; shown: string }[]>`
    SELECT p.id, ${shownId(pass, Prisma.sql`p.id`)} AS shown FROM "Membership" m JOIN "User" p ON p.id = m."userId"
    WHERE m."projectId" = ${pass.projectId}::uuid AND m."leftAt" IS NULL
      AND ${shownId(pass, Prisma.sql`p.id`)} = ANY(${ids}::uuid[])`
  return new Map(rows.map(({ id, shown }) => [shown, id]))
}

/** People who are or were members, by their ids in the rows, as the actor may know them. */
export async function peopleBehind(
  pass: ProjectPass,
  ids: readonly string[],
): Promise<ReadonlyMap<string, ShownPerson>> {
  if (ids.length === 0) return new Map()
  const rows = await pass.tx.$queryRaw<(ShownPerson & { own: string })[]>`
    SELECT p.id AS own, ${columns(pass)} FROM "Membership" m JOIN "User" p ON p.id = m."userId"
    WHERE m."projectId" = ${pass.projectId}::uuid AND p.id = ANY(${ids}::uuid[])`
  return new Map(rows.map(({ own, ...person }) => [own, person]))
}
