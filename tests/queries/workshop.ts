import { uuidv7 } from "uuidv7"
import { expect } from "vitest"
import { acceptInvitation } from "../../lib/commands/accept-invitation.ts"
import { addDocument } from "../../lib/commands/add-document.ts"
import { addSource } from "../../lib/commands/add-source.ts"
import { createProject } from "../../lib/commands/create-project.ts"
import { giveAnnotation } from "../../lib/commands/give-annotation.ts"
import { giveCitation } from "../../lib/commands/give-citation.ts"
import { inviteMember } from "../../lib/commands/invite-member.ts"
import { raiseFlag } from "../../lib/commands/raise-flag.ts"
import { database } from "../../lib/db/client.ts"
import type { Result } from "../../lib/domain/failure.ts"
import type { Label } from "../../lib/domain/label.ts"
import { plainRationale } from "../../lib/domain/rationale.ts"
import { person } from "../server/person.ts"
import { vettedClaims } from "./whole-export.ts"

export const text = [
  "😀🏛️ Stalin was born in Gori in 1878.",
  "Trotsky was expelled from the party in 1927.",
  "Tukhachevsky was arrested in May 1937.",
  "Blyukher was held in prison in 1938.",
].join(" ")
export const requestId = () => uuidv7()

export function done<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.failure))
  return result.value
}

/** A project of an owner and a reviewer with one document of four claims and one source. */
export async function workshop() {
  const owner = await person({ name: "Vera Lindqvist" })
  const reviewer = await person({ name: "Nora Beck" })
  const projectId = uuidv7()
  done(await createProject(owner, { id: projectId, name: "Purges seminar", description: "", requestId: requestId() }))
  const words = { projectId, id: uuidv7(), role: "reviewer", note: "", requestId: requestId() }
  const secret = done(await inviteMember(owner, words))
    .path!.split("/")
    .at(-1)!
  done(await acceptInvitation(reviewer, { secret, requestId: requestId() }))
  const documentId = uuidv7()
  const add = addDocument(() => 1_000_000)
  const provenance = { title: "Notes", author: "", foundAt: "", foundOn: "", licence: "", language: "en" }
  done(await add(owner, { id: documentId, projectId, ...provenance, text, again: false, requestId: requestId() }))
  const units = await database().unit.findMany({ where: { documentId }, orderBy: { start: "asc" } })
  const claims = units.filter(unit => unit.kind === "claim").map(unit => unit.id)
  expect(claims).toHaveLength(4)
  const sourceId = uuidv7()
  const csl = { type: "book", title: "Stalin", author: [{ family: "Khlevniuk", given: "Oleg" }] }
  done(
    await addSource(owner, { projectId, id: sourceId, kind: "scholarly", csl, archive: null, requestId: requestId() }),
  )
  return { owner, reviewer, projectId, documentId, claims, sourceId }
}

export type Workshop = Awaited<ReturnType<typeof workshop>>
type Person = Workshop["owner"]

export async function label(shop: Workshop, who: Person, unitId: string, given: Label, why: string) {
  const rationale = plainRationale(why)
  const place = { documentId: shop.documentId, unitId, id: uuidv7(), requestId: requestId() }
  done(await giveAnnotation(who, { ...place, label: given, confidence: "high", rationale, seen: null }))
}

export async function cite(shop: Workshop, unitId: string): Promise<string> {
  const id = uuidv7()
  const words = { locatorLabel: "page", locator: "12", quotation: "", note: "", rank: null, directness: null }
  const place = { documentId: shop.documentId, unitId, id, sourceId: shop.sourceId, requestId: requestId() }
  done(await giveCitation(shop.owner, { ...place, stance: "supports", ...words }))
  return id
}

export async function flag({ owner, documentId }: Workshop, unitId: string): Promise<string> {
  const { start, end } = await database().unit.findUniqueOrThrow({ where: { id: unitId } })
  const id = uuidv7()
  const words = { reason: "misquoted", note: "", blocking: true, quote: text.slice(start, end) }
  done(await raiseFlag(owner, { documentId, id, start, end, ...words, requestId: requestId() }))
  return id
}

/** Both label it so, with evidence that the policy asks for. */
export async function vet(shop: Workshop, unitId: string, given: Label): Promise<void> {
  if (given !== "speculative") await cite(shop, unitId)
  await label(shop, shop.owner, unitId, given, "The register has it.")
  await label(shop, shop.reviewer, unitId, given, "So does the copy.")
}

export const exported = async ({ owner, projectId }: Workshop) =>
  done(await vettedClaims(owner, projectId)).documents[0]!
