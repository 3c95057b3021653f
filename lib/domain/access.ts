export const roles = ["reader", "reviewer", "editor", "owner"] as const
export type Role = (typeof roles)[number]

/**
 * The whole access policy: which roles may do what in a project they belong to.
 * People outside a project may do nothing in it and are not told that it exists.
 */
export const access = {
  "project.read": ["reader", "reviewer", "editor", "owner"],
  "claims.export": ["reader", "reviewer", "editor", "owner"],
  "annotation.give": ["reviewer", "editor", "owner"],
  "citation.give": ["reviewer", "editor", "owner"],
  "source.add": ["reviewer", "editor", "owner"],
  "comment.give": ["reviewer", "editor", "owner"],
  "comment.trace": ["editor", "owner"],
  "flag.raise": ["reviewer", "editor", "owner"],
  "flag.answer": ["editor", "owner"],
  "unit.edit": ["editor", "owner"],
  "source.edit": ["editor", "owner"],
  "source.grade": ["editor", "owner"],
  "claim.link": ["editor", "owner"],
  "claim.adjudicate": ["editor", "owner"],
  "work.assign": ["editor", "owner"],
  "document.add": ["editor", "owner"],
  "preannotation.add": ["editor", "owner"],
  "document.edit": ["editor", "owner"],
  "policy.edit": ["owner"],
  "member.manage": ["owner"],
  "project.edit": ["owner"],
  "project.archive": ["owner"],
  "webhook.manage": ["owner"],
  "reliability.see": ["owner"],
} as const satisfies Record<string, readonly Role[]>

export type Permission = keyof typeof access
export const permissions = Object.keys(access) as Permission[]

export const may = (role: Role, permission: Permission): boolean =>
  (access[permission] as readonly Role[]).includes(role)

/**
 * Whether a blind document hides from this role what others said of a claim until they said something themselves. Who
 * decides has to see what they decide on, and a reader labels nothing that a sight of others could sway.
 */
export const bindsBlindness = (role: Role): boolean => may(role, "annotation.give") && !may(role, "claim.adjudicate")

export const boundRoles: readonly Role[] = roles.filter(bindsBlindness)

/** What a screen may offer to somebody in `role`: every permission with its answer. */
export const offers = (role: Role): Record<Permission, boolean> =>
  Object.fromEntries(permissions.map(permission => [permission, may(role, permission)])) as Record<Permission, boolean>
