import type { ChangeKind } from "../../../../lib/domain/change.ts"
import type { ChangeGroup } from "../../../../lib/domain/change-groups.ts"
import { changeGroupOf } from "../../../../lib/domain/change-groups.ts"
import { passagePath } from "../../../../lib/domain/passage-path.ts"
import type { Happening } from "../../../../lib/queries/happenings.ts"

/** Where in the project something happened: a path below the project's own, and what it is called. */
export interface ChangePlace {
  readonly path: string
  readonly label: string
}

/** The way to where something happened; null when no page is about it. */
export function placeOf({ kind, documentId, document, ...place }: Happening): ChangePlace | null {
  if (documentId && document) return { path: passagePath({ ...place, documentId }), label: document }
  return pages[kind] ?? groupPages[changeGroupOf[kind]] ?? null
}

const groupPages: Partial<Record<ChangeGroup, ChangePlace>> = {
  sources: { path: "/sources", label: "Sources" },
}
const members = { path: "/members", label: "Members" }
const rounds = { path: "/norming", label: "Norming" }
const work = { path: "/work", label: "Work" }
const style = { path: "/citation-style", label: "Citation style" }
const pages: Partial<Record<ChangeKind, ChangePlace>> = {
  "policy-changed": { path: "/policy", label: "Policy" },
  "member-invited": members,
  "invitation-withdrawn": members,
  "member-joined": members,
  "role-changed": members,
  "member-removed": members,
  "round-begun": rounds,
  "round-revealed": rounds,
  "round-ended": rounds,
  "claims-assigned": work,
  "assignments-ended": work,
  "queue-changed": work,
  "style-chosen": style,
  "style-uploaded": style,
  "style-retired": style,
}
