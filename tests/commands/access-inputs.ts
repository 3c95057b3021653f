import { uuidv7 } from "uuidv7"
import { addSnapshot } from "../../lib/commands/add-snapshot.ts"
import { addSource } from "../../lib/commands/add-source.ts"
import { giveAnnotation } from "../../lib/commands/give-annotation.ts"
import { giveCitation } from "../../lib/commands/give-citation.ts"
import { inviteMember } from "../../lib/commands/invite-member.ts"
import { database } from "../../lib/db/client.ts"
import { plainRationale } from "../../lib/domain/rationale.ts"
import { document, flag, value } from "../queries/project.ts"
import { person } from "../server/person.ts"
import type { Room, Somebody } from "./everybody.ts"

export const requestId = () => uuidv7()
export const text = (by: Somebody) => plainRationale(`${by.name} says so.`)

export async function place({ owner, projectId, shared }: Room) {
  const { id: documentId, units } = shared
    ? { id: shared.documentId, units: await liveUnits(shared.documentId) }
    : await document(owner, projectId)
  const [first, second] = units as [(typeof units)[number], (typeof units)[number]]
  return { documentId, unitId: first.id, version: first.version, first, second }
}

const liveUnits = (documentId: string) =>
  database().unit.findMany({ where: { documentId, retired: false }, orderBy: { start: "asc" } })

export const unit = async (room: Room) => {
  const { documentId, unitId, version } = await place(room)
  return { documentId, unitId, version, requestId: requestId() }
}

export const pair = async (room: Room) => {
  const { documentId, unitId, version, second } = await place(room)
  return { documentId, unitId, version, nextId: second.id, nextVersion: second.version, requestId: requestId() }
}

export async function label(room: Room, by: Somebody) {
  const { documentId, unitId } = await place(room)
  const words = { label: "speculative", confidence: "low", rationale: text(by), seen: null }
  return { documentId, unitId, id: uuidv7(), ...words, requestId: requestId() }
}

export async function labelled(room: Room, by: Somebody) {
  const said = await label(room, by)
  value(await giveAnnotation(by, said))
  return { documentId: said.documentId, unitId: said.unitId, seen: said.id, requestId: requestId() }
}

export const record = () => ({ kind: "memoir", csl: { type: "book", title: "Recollections" }, archive: null })

export async function sourceOf(room: Room, by: Somebody) {
  const { projectId, shared } = room
  if (shared) return { projectId, sourceId: shared.sources[shared.turn++ % shared.sources.length]! }
  const sourceId = uuidv7()
  value(await addSource(by, { projectId, id: sourceId, ...record(), requestId: requestId() }))
  return { projectId, sourceId }
}

export async function derivation(room: Room) {
  const { projectId, sourceId } = await sourceOf(room, room.author)
  const { sourceId: originId } = await sourceOf(room, room.author)
  return { projectId, sourceId, originId, id: uuidv7(), how: "retells", note: "", requestId: requestId() }
}

export async function merge(room: Room) {
  const { projectId, sourceId } = await sourceOf(room, room.author)
  const { sourceId: intoId } = await sourceOf(room, room.author)
  return { projectId, sourceId, version: 1, intoId, requestId: requestId() }
}

export async function link(room: Room) {
  const { first, second } = await place(room)
  const words = { kind: "same", unitId: first.id, otherId: second.id, reason: "" }
  return { projectId: room.projectId, id: uuidv7(), ...words, requestId: requestId() }
}

export async function snapshot(room: Room, by: Somebody) {
  const words = { takenOn: "2026-11-28", fileName: "page.txt", base64: btoa("It said so.") }
  return { ...(await sourceOf(room, by)), id: uuidv7(), ...words, requestId: requestId() }
}

export async function kept(room: Room) {
  const { projectId, sourceId, id, ...rest } = await snapshot(room, room.author)
  value(await addSnapshot(room.owner, { projectId, sourceId, id, ...rest }))
  return { projectId, sourceId, snapshotId: id }
}

export const cited = { stance: "supports", locatorLabel: "page", locator: "12", quotation: "", note: "" }

export async function citation(room: Room, by: Somebody) {
  const { sourceId } = await sourceOf(room, room.owner)
  const { documentId, unitId } = await place(room)
  const words = { sourceId, ...cited, rank: null, directness: null }
  const given = { documentId, unitId, id: uuidv7(), ...words, requestId: requestId() }
  return { given, by, kept: { documentId, citationId: given.id, version: 1, requestId: requestId() }, words }
}

export async function gave(room: Room, by: Somebody) {
  const made = await citation(room, by)
  value(await giveCitation(by, made.given))
  return made
}

export async function raised(room: Room, by: Somebody) {
  const { documentId } = await place(room)
  const flagId = await flag(by, documentId, "The ship sank")
  return { documentId, flagId, version: 1, requestId: requestId() }
}

export async function decision(room: Room) {
  const { documentId, unitId } = await place(room)
  const words = { label: "disputed", reason: "The log says otherwise.", seen: null }
  return { documentId, unitId, id: uuidv7(), ...words, requestId: requestId() }
}

export async function invited({ owner, projectId }: Room) {
  const invitation = { projectId, id: uuidv7(), role: "reader", note: "" }
  const { path } = value(await inviteMember(owner, { ...invitation, requestId: requestId() }))
  return { invitationId: invitation.id, secret: path!.split("/").at(-1)! }
}

export async function joined({ projectId }: Room) {
  const { id: userId } = await person()
  await database().membership.create({ data: { projectId, userId, role: "reader" } })
  return { projectId, userId, version: 1, requestId: requestId() }
}

export const provenance = { title: "Log book", author: "", foundAt: "", foundOn: "", licence: "", language: "en" }
export const inProject = async ({ projectId }: Room) => ({ projectId })
