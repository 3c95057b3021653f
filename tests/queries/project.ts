import { uuidv7 } from "uuidv7"
import { acceptInvitation } from "../../lib/commands/accept-invitation.ts"
import { addDocument } from "../../lib/commands/add-document.ts"
import { createProject } from "../../lib/commands/create-project.ts"
import { inviteMember } from "../../lib/commands/invite-member.ts"
import { raiseFlag } from "../../lib/commands/raise-flag.ts"
import { database } from "../../lib/db/client.ts"
import type { Role } from "../../lib/domain/access.ts"
import type { Result } from "../../lib/domain/failure.ts"
import type { FlagReason } from "../../lib/domain/flag.ts"
import { person } from "../server/person.ts"

export type Person = Awaited<ReturnType<typeof person>>

/** The value of what has to go well. */
export function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.failure)}`)
  return result.value
}

/** Which failure it was, or "ok". */
export const code = (result: Result<unknown>): string => (result.ok ? "ok" : result.failure.code)

/** A project with its owner, and a stranger to it. */
export async function project() {
  const [owner, stranger] = [await person({ name: "Vera Lindqvist" }), await person({ name: "Stranger" })]
  const projectId = uuidv7()
  value(await createProject(owner, { id: projectId, name: "Seminar", description: "", requestId: uuidv7() }))
  return { owner, stranger, projectId }
}

/** Somebody new who joined the project in a role. */
export async function member(owner: Person, projectId: string, role: Role, name: string): Promise<Person> {
  const somebody = await person({ name })
  const made = await inviteMember(owner, { projectId, id: uuidv7(), role, note: "", requestId: uuidv7() })
  const secret = value(made).path!.split("/").at(-1)!
  value(await acceptInvitation(somebody, { secret, requestId: uuidv7() }))
  return somebody
}

export const sampleText = "The ship sank in 1912. It was raised in 1920. 🚢 Nobody wrote down why."

/** A document, with the text above unless another is given; its live units in the order of the text. */
export async function document(editor: Person, projectId: string, title = "Log book", text = sampleText) {
  const id = uuidv7()
  const provenance = { title, author: "", foundAt: "", foundOn: "", licence: "", language: "en" }
  const input = { projectId, id, ...provenance, text, again: true, requestId: uuidv7() }
  value(await addDocument(() => 1_000_000)(editor, input))
  const units = await database().unit.findMany({ where: { documentId: id }, orderBy: { start: "asc" } })
  return { id, units }
}

/** A flag on a stretch of the sample text; answers its id. */
export async function flag(
  by: Person,
  documentId: string,
  quote: string,
  words: { reason?: FlagReason; blocking?: boolean; note?: string } = {},
): Promise<string> {
  const id = uuidv7()
  const start = sampleText.indexOf(quote)
  const { reason = "needs-source", blocking = false, note = "" } = words
  const input = { documentId, id, start, end: start + quote.length, quote, reason, blocking, note, requestId: uuidv7() }
  value(await raiseFlag(by, input))
  return id
}
