import { uuidv7 } from "uuidv7"
import { createProject } from "../../lib/commands/create-project.ts"
import { removeMember } from "../../lib/commands/remove-member.ts"
import { database } from "../../lib/db/client.ts"
import { insertSession } from "../../lib/db/session-rows.ts"
import { value } from "../queries/project.ts"
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

/** Whom a room is made of. */
export type Cast = Pick<Room, Who | "author">

const roles = {
  removed: "owner",
  reader: "reader",
  reviewer: "reviewer",
  editor: "editor",
  author: "reviewer",
} as const

/** A room of these people, or of new ones. */
export async function room(given?: Cast): Promise<Room> {
  const cast = given ?? (await newCast())
  const { owner, removed } = cast
  const projectId = uuidv7()
  value(await createProject(owner, { id: projectId, name: "Seminar", description: "", requestId: uuidv7() }))
  const data = Object.entries(roles).map(([who, role]) => ({ projectId, userId: cast[who as keyof Cast].id, role }))
  await database().membership.createMany({ data })
  value(await removeMember(owner, { projectId, userId: removed.id, version: 1, requestId: uuidv7() }))
  return { ...cast, projectId }
}

export async function newCast(): Promise<Cast> {
  const somebody = async (name?: string) => signedIn(await person(name ? { name } : {}))
  return {
    owner: await somebody("Vera Lindqvist"),
    stranger: await somebody("Stranger"),
    removed: await somebody(),
    reader: await somebody(),
    reviewer: await somebody(),
    editor: await somebody(),
    author: await somebody(),
  }
}

/** The same person with a session. */
export async function signedIn<P extends { readonly id: string }>(somebody: P): Promise<P & { sessionId: string }> {
  const at = new Date()
  const words = { userAgent: "", address: "192.0.2.1", at, expiresAt: new Date(at.getTime() + 3_600_000) }
  const secretHash = new Uint8Array(32)
  return { ...somebody, sessionId: await insertSession({ userId: somebody.id, secretHash, ...words }) }
}
