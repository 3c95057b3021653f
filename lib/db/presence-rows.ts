import { Prisma } from "./generated/client.ts"
import type { ProjectPass } from "./pass.ts"
import { maskId, maskName } from "./sight.ts"

/** Where somebody is, as their own tab says it. */
export interface Place {
  readonly tab: string
  readonly streamId: string
  readonly documentId: string | null
  readonly unitId: string | null
  readonly writing: boolean
}

/** Whether the claim belongs to the document, and the document to the project. */
export async function isPlace(
  pass: ProjectPass,
  { documentId, unitId }: Pick<Place, "documentId" | "unitId">,
): Promise<boolean> {
  if (!documentId) return !unitId
  const { projectId } = pass
  if (!unitId) return (await pass.tx.document.count({ where: { id: documentId, projectId } })) === 1
  return (await pass.tx.unit.count({ where: { id: unitId, documentId, projectId } })) === 1
}

/**
 * Tell all servers where the actor is. Nothing is stored. The message goes between servers only and holds who it is and
 * the mask that a project's pseudonyms show in their place (`shownName` in sight.ts); each stream shows one of the two.
 */
export async function tellPlace(pass: ProjectPass, { tab, ...place }: Place): Promise<void> {
  const { projectId, actor } = pass
  const here = JSON.stringify({ projectId, ...place, key: `${actor.id}:${tab}`, id: actor.id })
  const salt = Prisma.sql`p."pseudonymSalt"`
  await pass.tx.$executeRaw`
    SELECT pg_notify('apparatus_presence', jsonb_build_object('here', jsonb_build_array(
      ${here}::jsonb || jsonb_build_object('name', u.name, 'mask', jsonb_build_object(
        'id', ${maskId(salt, Prisma.sql`u.id`)}, 'name', ${maskName(salt, Prisma.sql`u.id`)}))))::text)
    FROM "User" u, "Project" p WHERE u.id = ${actor.id}::uuid AND p.id = ${projectId}::uuid`
}

/** Tell all servers that the actor's tab left the project. */
export async function tellLeft(pass: ProjectPass, tab: string): Promise<void> {
  const left = JSON.stringify({ left: `${pass.actor.id}:${tab}`, projectId: pass.projectId })
  await pass.tx.$executeRaw`SELECT pg_notify('apparatus_presence', ${left})`
}
