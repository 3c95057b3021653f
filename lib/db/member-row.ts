import { bindsBlindness, may, type Role } from "../domain/access.ts"
import { Prisma } from "./generated/client.ts"

/** What of others' work an actor may see in a project. */
export interface Sight {
  /** Whether blindness binds them: in a blind document they see what others said of a claim after they said something. */
  readonly bound: boolean
  /** Whether the project's documents are blind unless they say otherwise. */
  readonly blind: boolean
  /** Whether a norming round is under way, whose claims are hidden from everybody until it is revealed. */
  readonly norming: boolean
  /** Makes the names under which they see others; null when they see who is who. */
  readonly salt: string | null
}

/** Members of projects with what decides on what they may do and see there; the conditions follow. */
export const members = Prisma.sql`
  SELECT m."projectId", m.role, p.revision, p.blind, p.pseudonyms, p."pseudonymSalt",
    EXISTS (SELECT 1 FROM "NormingRound" r WHERE r."projectId" = p.id AND r.stage = 'blind') AS norming
  FROM "Membership" m JOIN "Project" p ON p.id = m."projectId"`

export interface MemberRow {
  readonly projectId: string
  readonly role: Role
  readonly revision: number
  readonly blind: boolean
  readonly pseudonyms: boolean
  readonly pseudonymSalt: string
  readonly norming: boolean
}

/** What a member may do and see. Who decides sees who is who. */
export function memberOf(row: MemberRow): { role: Role; revision: number; sight: Sight } {
  const { role, revision, blind, pseudonyms, pseudonymSalt, norming } = row
  const salt = pseudonyms && !may(role, "claim.adjudicate") ? pseudonymSalt : null
  return { role, revision, sight: { bound: bindsBlindness(role), blind, norming, salt } }
}
