import { Prisma } from "./generated/client.ts"
import type { ProjectPass } from "./pass.ts"
import { shownName } from "./sight.ts"

export interface SavedViewLine {
  readonly id: string
  readonly name: string
  readonly shared: boolean
  readonly mine: boolean
  readonly owner: string
  /** In the words of the desk's address. */
  readonly filter: Readonly<Record<string, string>>
}

/** The views of the project that the actor may use, their own and those that all share, by name. */
export const savedViews = (pass: ProjectPass): Promise<SavedViewLine[]> =>
  pass.tx.$queryRaw<SavedViewLine[]>`
    SELECT v.id, v.name, v.shared, v."ownerId" = ${pass.actor.id}::uuid AS mine, ${shownName(pass, Prisma.sql`p`)} AS owner,
      v.filter
    FROM "SavedView" v JOIN "User" p ON p.id = v."ownerId"
    WHERE v."projectId" = ${pass.projectId}::uuid AND (v."ownerId" = ${pass.actor.id}::uuid OR v.shared)
    ORDER BY lower(v.name), v.id`

/** How many views somebody may keep in a project. */
export const mostViews = 100

export const ownViewCount = ({ tx, projectId, actor }: ProjectPass): Promise<number> =>
  tx.savedView.count({ where: { projectId, ownerId: actor.id } })

interface ViewWords {
  readonly name: string
  readonly shared: boolean
}

/** Keep a view, or nothing when there is one with this id: false when it is not the actor's own in this project. */
export async function saveNewView(
  { tx, projectId, actor, at }: ProjectPass,
  id: string,
  { name, shared }: ViewWords,
  filter: Readonly<Record<string, string>>,
): Promise<boolean> {
  const row = { id, projectId, ownerId: actor.id, name, shared, filter, createdAt: at }
  await tx.savedView.createMany({ data: [row], skipDuplicates: true })
  return (await tx.savedView.count({ where: { id, projectId, ownerId: actor.id } })) === 1
}

const reached = ({ projectId, actor }: ProjectPass, id: string, all: boolean): Prisma.SavedViewWhereInput => ({
  id,
  projectId,
  OR: [{ ownerId: actor.id }, ...(all ? [{ shared: true }] : [])],
})

/** Change what is named of a view: one's own, with `all` also one that the project shares. */
export async function changeViewRow(
  pass: ProjectPass,
  id: string,
  words: Partial<ViewWords> & { readonly filter?: Readonly<Record<string, string>> },
  all: boolean,
): Promise<boolean> {
  return (await pass.tx.savedView.updateMany({ where: reached(pass, id, all), data: { ...words } })).count === 1
}

/** Delete a view, under the same rule. */
export async function deleteViewRow(pass: ProjectPass, id: string, all: boolean): Promise<boolean> {
  return (await pass.tx.savedView.deleteMany({ where: reached(pass, id, all) })).count === 1
}
