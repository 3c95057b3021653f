import type { LinkState } from "../domain/change.ts"
import type { Nameable, NameLimit } from "../domain/export-names.ts"
import { outgoingUnits } from "./export-rows.ts"
import { Prisma } from "./generated/client.ts"
import type { AccountPass, ProjectPass } from "./pass.ts"
import { countsFor } from "./shared-evidence.ts"
import { maskId, maskName, shown, shownId } from "./sight.ts"

/** What somebody lets exports call them. */
export interface OwnExportNames {
  readonly names: NameLimit
  /** Their ORCID iD; empty when they gave none. */
  readonly orcid: string
}

export async function ownExportNames(pass: AccountPass): Promise<OwnExportNames> {
  const { exportNames, orcid } = await pass.tx.user.findUniqueOrThrow({
    where: { id: pass.actor.id },
    select: { exportNames: true, orcid: true },
  })
  return { names: exportNames as NameLimit, orcid: orcid ?? "" }
}

export async function saveOwnExportNames(pass: AccountPass, { names, orcid }: OwnExportNames): Promise<void> {
  const data = { exportNames: names, orcid: orcid === "" ? null : orcid }
  await pass.tx.user.update({ where: { id: pass.actor.id }, data })
}

/** How openly the project lets its exports name people. */
export async function projectNameLimit(pass: ProjectPass): Promise<NameLimit> {
  const where = { id: pass.projectId }
  const { exportNames } = await pass.tx.project.findUniqueOrThrow({ where, select: { exportNames: true } })
  return exportNames as NameLimit
}

export async function saveProjectNameLimit(pass: ProjectPass, exportNames: NameLimit): Promise<void> {
  await pass.tx.project.update({ where: { id: pass.projectId }, data: { exportNames } })
}

/**
 * Everybody who is or was in the project with what an export could call them, by the id under which the actor knows
 * them. Pseudonyms come from the project's salt and passing ids from one that is drawn here and kept nowhere: from a
 * person's own id neither can be computed.
 */
export async function nameablePeople(pass: ProjectPass): Promise<ReadonlyMap<string, Nameable>> {
  const lasting = Prisma.sql`j."pseudonymSalt"::text`
  const passing = Prisma.sql`${crypto.randomUUID()}`
  const id = Prisma.sql`p.id`
  const rows = await pass.tx.$queryRaw<(Nameable & { readonly known: string })[]>`
    SELECT ${shownId(pass, id)} AS known, p."exportNames" AS limit, p.orcid,
      jsonb_build_object('id', p.id, 'name', p.name) AS real,
      jsonb_build_object('id', ${maskId(lasting, id)}, 'name', ${maskName(lasting, id)}) AS pseudonym,
      ${maskId(passing, id)} AS "passingId"
    FROM "Membership" m JOIN "User" p ON p.id = m."userId" JOIN "Project" j ON j.id = m."projectId"
    WHERE m."projectId" = ${pass.projectId}::uuid`
  return new Map(rows.map(({ known, ...person }) => [known, person]))
}

/** Whom an export of the claims among `ids` names, each once, by the ids under which the actor knows them. */
export async function peopleInOutgoing(
  pass: ProjectPass,
  ids: readonly string[],
  links: readonly LinkState[],
): Promise<readonly string[]> {
  const rows = await pass.tx.$queryRaw<{ id: string }[]>`
    SELECT DISTINCT ${shownId(pass, Prisma.sql`named.id`)} AS id
    FROM ${outgoingUnits(pass, ids)} CROSS JOIN LATERAL (
      SELECT a."reviewerId" AS id FROM "Annotation" a WHERE a."unitId" = u.id AND a.current
      UNION ALL SELECT c."authorId" FROM "Citation" c WHERE ${countsFor(links)} AND c."withdrawnAt" IS NULL
        AND ${shown(pass, Prisma.sql`c."authorId"`, Prisma.sql`c."unitId"`, Prisma.sql`c."documentId"`)}
      UNION ALL SELECT unnest(d.follows || ARRAY[d."editorId", d."endedBy"]) FROM "Adjudication" d
        WHERE d."unitId" = u.id) named
    WHERE named.id IS NOT NULL`
  return rows.map(({ id }) => id)
}
