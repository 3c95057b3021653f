import type { Role } from "./access.ts"

export interface DemoPerson {
  readonly email: string
  readonly name: string
  readonly role: Role
}

/** The people of a demonstration, all invented, with their roles in the sample project. */
export const demoPeople: readonly DemoPerson[] = [
  { email: "owner@example.org", name: "Vera Lindqvist", role: "owner" },
  { email: "editor@example.org", name: "Tomasz Zieliński", role: "editor" },
  { email: "reviewer-1@example.org", name: "Amara Okafor", role: "reviewer" },
  { email: "reviewer-2@example.org", name: "Henrik Dahl", role: "reviewer" },
  { email: "reviewer-3@example.org", name: "Leila Haddad", role: "reviewer" },
  { email: "reader@example.org", name: "Paul Ferrand", role: "reader" },
]

/** The one password of all of them; it exists only where the demonstration is switched on. */
export const demoPassword = "apparatus-demo"
