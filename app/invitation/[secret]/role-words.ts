import type { Role } from "../../../lib/domain/access.ts"

/** A role with its article, and what it lets a person do. */
export const roleWords: Record<Role, { readonly name: string; readonly does: string }> = {
  reader: {
    name: "a reader",
    does: "Readers see the documents and what is said about their claims, and export the result.",
  },
  reviewer: {
    name: "a reviewer",
    does: "Reviewers label claims, cite sources for and against them, and flag what needs work.",
  },
  editor: {
    name: "an editor",
    does: "Editors review, and also add documents, correct the splitting, answer flags and decide on what is contested.",
  },
  owner: { name: "an owner", does: "Owners do what editors do, and also choose the members and the policy." },
}
