import { uuidv7 } from "uuidv7"
import { removeMember } from "../../lib/commands/remove-member.ts"
import { database } from "../../lib/db/client.ts"
import { insertSession } from "../../lib/db/session-rows.ts"
import type { Role } from "../../lib/domain/access.ts"
import { project, value } from "../queries/project.ts"
import { person } from "../server/person.ts"

/** Everybody who may be signed in, seen from one project. */
export const everybody = ["reader", "reviewer", "editor", "owner", "removed", "stranger"] as const
export type Who = (typeof everybody)[number]

export type Somebody = Awaited<ReturnType<typeof person>> & { readonly sessionId: string }

/** A project with a member in every role, one who was an owner and was removed, a stranger, and a second reviewer. */
export interface Room extends Record<Who, Somebody> {
  readonly projectId: string
  readonly author: Somebody
  /** One document and the sources that everything made here is about, for those who mean to meet. */
  readonly shared?: { readonly documentId: string; readonly sources: readonly string[]; turn: number }
}

export async function room(): Promise<Room> {
  const { owner, stranger, projectId } = await project()
  const join = async (role: Role) => {
    const somebody = await person()
    await database().membership.create({ data: { projectId, userId: somebody.id, role } })
    return signedIn(somebody)
  }
  const removed = await join("owner")
  value(await removeMember(owner, { projectId, userId: removed.id, version: 1, requestId: uuidv7() }))
  return {
    projectId,
    owner: await signedIn(owner),
    stranger: await signedIn(stranger),
    removed,
    reader: await join("reader"),
    reviewer: await join("reviewer"),
    editor: await join("editor"),
    author: await join("reviewer"),
  }
}

/** The same person with a session. */
export async function signedIn<P extends { readonly id: string }>(somebody: P): Promise<P & { sessionId: string }> {
  const at = new Date()
  const words = { userAgent: "", address: "192.0.2.1", at, expiresAt: new Date(at.getTime() + 3_600_000) }
  const secretHash = new Uint8Array(32)
  return { ...somebody, sessionId: await insertSession({ userId: somebody.id, secretHash, ...words }) }
}
