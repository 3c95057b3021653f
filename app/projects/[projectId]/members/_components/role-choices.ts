import type { Role } from "../../../../../lib/domain/access.ts"
import { roleWords } from "../../../../invitation/[secret]/role-words.ts"

/** The roles from the least to the most, with what each lets a person do. */
export const roleChoices = (["reader", "reviewer", "editor", "owner"] as const satisfies readonly Role[]).map(role => ({
  value: role,
  label: role.charAt(0).toUpperCase() + role.slice(1),
  detail: roleWords[role].does,
}))
