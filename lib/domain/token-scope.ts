import type { Permission } from "./access.ts"

export const tokenScopes = ["read", "write", "manage"] as const

/** What an access token may be used for. None holds another: a token that only writes can't read. */
export type TokenScope = (typeof tokenScopes)[number]

/** The scope that something asks of a token; "session" is what is done signed in only, never with a token. */
export type Admission = TokenScope | "session"

/**
 * The scope behind each permission, for whoever acts on it with a token; to look at anything takes "read". What the
 * person's role forbids stays forbidden. Under "project.read" members write only what is theirs alone: the claim they
 * have in hand, what they have read. To have a file of claims or of the whole project made changes nothing that anybody sees.
 */
export const scopeOf: Readonly<Record<Permission, TokenScope>> = {
  "project.read": "write",
  "claims.export": "read",
  "annotation.give": "write",
  "citation.give": "write",
  "source.add": "write",
  "comment.give": "write",
  "comment.trace": "read",
  "preannotation.add": "write",
  "flag.raise": "write",
  "flag.answer": "write",
  "unit.edit": "write",
  "source.edit": "write",
  "source.grade": "write",
  "claim.link": "write",
  "claim.adjudicate": "write",
  "work.assign": "manage",
  "document.add": "write",
  "document.edit": "write",
  "policy.edit": "manage",
  "member.manage": "manage",
  "project.edit": "manage",
  "project.archive": "read",
  "webhook.manage": "manage",
  "reliability.see": "read",
}
