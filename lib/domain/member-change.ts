import type { Role } from "./access.ts"

/** Changes of who is in a project. */
export type MemberChange =
  | {
      readonly kind: "member-invited"
      readonly invitationId: string
      readonly role: Role
      /** For whom it is, in early changes. The log can forget nothing, so that it is told of nobody's name any more. */
      readonly note: string
    }
  | { readonly kind: "invitation-withdrawn"; readonly invitationId: string; readonly role: Role }
  | { readonly kind: "member-joined"; readonly userId: string; readonly role: Role; readonly invitationId: string }
  | { readonly kind: "role-changed"; readonly userId: string; readonly before: Role; readonly after: Role }
  | {
      readonly kind: "member-removed"
      readonly userId: string
      readonly role: Role
      /** When they left since their account was deleted. */
      readonly accountDeleted?: true
    }
