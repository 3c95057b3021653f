import { invitationBySecret, isMember } from "../db/invitation-rows.ts"
import { secretHash } from "../db/secret-hash.ts"
import type { Role } from "../domain/access.ts"

/** What the page of an invitation shows. Of one that is over it says nothing but that, unless it made the visitor a member. */
export type InvitationPage =
  | {
      readonly state: "open"
      readonly project: string
      readonly role: Role
      readonly invitedBy: string
      readonly expiresAt: Date
    }
  | { readonly state: "member"; readonly project: string; readonly projectId: string }
  | { readonly state: "over" }

/** The page of an invitation, for whoever holds its secret; `userId` is null for who is signed out. */
export async function invitation(secret: string, userId: string | null): Promise<InvitationPage> {
  const offer = await invitationBySecret(secretHash(secret))
  if (!offer) return { state: "over" }
  const { project, projectId, role, invitedBy, expiresAt } = offer
  if (userId && (await isMember(projectId, userId))) return { state: "member", project, projectId }
  const open = offer.acceptedBy === null && !offer.withdrawn && expiresAt > new Date()
  return open ? { state: "open", project, role, invitedBy, expiresAt } : { state: "over" }
}
