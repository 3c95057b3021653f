import type { Change, ChangeKind } from "./change.ts"
import type { ChangeDetails, Known } from "./detail.ts"
import { documentChangeDetails } from "./document-change-details.ts"
import { projectChangeDetails } from "./project-change-details.ts"

const tellings = { ...documentChangeDetails, ...projectChangeDetails } satisfies Record<ChangeKind, unknown>

/** What a change changed: every fact that it touched, as it was before and as it is since. */
export const changeDetails = (change: Change, known: Known): ChangeDetails =>
  (tellings[change.kind] as (change: Change, known: Known) => ChangeDetails)(change, known)
