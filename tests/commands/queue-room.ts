import { uuidv7 } from "uuidv7"
import { changePolicy } from "../../lib/commands/change-policy.ts"
import { nextClaim } from "../../lib/commands/next-claim.ts"
import { database } from "../../lib/db/client.ts"
import type { QueueOrder } from "../../lib/domain/queue-order.ts"
import { policyOf } from "../domain/policies.ts"
import { document, member, type Person, project, value } from "../queries/project.ts"

/** A text of so many claims. */
export const claimsText = (count: number): string =>
  Array.from({ length: count }, (_, at) => `The ship number ${at + 1} sank in the spring of ${1900 + at}.`).join(" ")

/** A project with reviewers, a policy that wants so many people, and a document of so many claims. */
export async function queueRoom({ people = 2, claims = 6, wanted = 2 } = {}) {
  const { owner, stranger, projectId } = await project()
  const editor = await member(owner, projectId, "editor", "Nora Beck")
  const reviewers: Person[] = []
  for (let at = 0; at < people; at++) reviewers.push(await member(owner, projectId, "reviewer", `Reviewer ${at + 1}`))
  if (wanted !== 2) {
    const policy = { ...policyOf({ annotations: wanted }), requestId: uuidv7() }
    value(await changePolicy(owner, { projectId, version: 1, ...policy }))
  }
  const { id: documentId, units } = await document(owner, projectId, "Ships", claimsText(claims))
  return { owner, stranger, editor, reviewers, projectId, documentId, units: units.map(({ id }) => id) }
}

/** What the queue answers somebody. */
export const asked = async (who: Person, projectId: string, wish: { documentId?: string; skipped?: boolean } = {}) =>
  value(await nextClaim(who, { projectId, documentId: wish.documentId ?? null, skipped: wish.skipped ?? false }))

/** The claim that the queue gives somebody. */
export const nextFor = async (...words: Parameters<typeof asked>) => (await asked(...words)).claim?.unitId ?? null

export const orderBy = (projectId: string, queueOrder: QueueOrder) =>
  database().project.update({ where: { id: projectId }, data: { queueOrder } })

/** Lets every lease in a project run out. */
export const expireLeases = (projectId: string) =>
  database().claimLease.updateMany({
    where: { projectId },
    data: { takenAt: new Date(Date.now() - 700_000), expiresAt: new Date(Date.now() - 1_000) },
  })
