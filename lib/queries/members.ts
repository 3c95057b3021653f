import { type Actor, readProject } from "../db/pass.ts"
import { projectWordsRow } from "../db/project-lists.ts"
import { members as memberRows, openInvitations } from "../db/project-rows.ts"
import { offers } from "../domain/access.ts"
import { ok } from "../domain/failure.ts"

/**
 * Who is in the project. Open invitations and the others' e-mail addresses are for those who manage members; everybody
 * else gets an empty list and null. Under pseudonyms nobody is told when others joined, since the activity tells the same
 * moment beside a pseudonym.
 */
export const members = (actor: Actor, projectId: string) =>
  readProject(actor, projectId, "project.read", async pass => {
    const offered = offers(pass.role)
    const manages = offered["member.manage"]
    const rows = await memberRows(pass)
    return ok({
      project: (await projectWordsRow(pass)).name,
      me: actor.id,
      offers: offered,
      members: rows.map(row => {
        const own = row.userId === actor.id
        const joinedAt = own || pass.sight.salt === null ? row.joinedAt : null
        return { ...row, email: (manages || own) && !row.broughtIn ? row.email : null, joinedAt }
      }),
      invitations: manages ? await openInvitations(pass) : [],
    })
  })

type Answer = Awaited<ReturnType<typeof members>>
export type MembersPage = Extract<Answer, { ok: true }>["value"]
