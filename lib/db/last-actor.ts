import type { ProjectChange } from "../domain/change.ts"
import { Prisma } from "./generated/client.ts"
import type { DocumentPass, ProjectPass } from "./pass.ts"
import { shownName } from "./sight.ts"

/**
 * The name of who made the newest change of a document that touched the row with this id (a unit, annotation, citation,
 * flag or decision), for the words of a conflict. Null when no change did.
 */
export const lastActor = (pass: DocumentPass, rowId: string): Promise<string | null> =>
  newest(pass, pass.documentId, null, `"id":"${rowId}"`)

/**
 * The name of who made the project's newest change of one of these kinds; with `naming`, of those whose body holds the
 * id under the key.
 */
export const lastProjectActor = (
  pass: ProjectPass,
  kinds: readonly ProjectChange["kind"][],
  naming?: { readonly [key in "id" | "documentId" | "userId" | "webhookId"]?: string },
): Promise<string | null> => newest(pass, pass.projectId, kinds, naming ? JSON.stringify(naming).slice(1, -1) : "")

// A body is the JSON in the characters that were hashed, without white space.
async function newest(
  pass: ProjectPass,
  streamId: string,
  kinds: readonly string[] | null,
  words: string,
): Promise<string | null> {
  const [row] = await pass.tx.$queryRaw<{ name: string }[]>`
    SELECT ${shownName(pass, Prisma.sql`p`)} AS name FROM "Change" c JOIN "User" p ON p.id = c."actorId"
    WHERE c."streamId" = ${streamId}::uuid AND c."projectId" = ${pass.projectId}::uuid
      AND (${kinds === null} OR c.kind = ANY(${kinds ?? []}::text[])) AND strpos(c.body, ${words}) > 0
    ORDER BY c.revision DESC LIMIT 1`
  return row?.name ?? null
}
