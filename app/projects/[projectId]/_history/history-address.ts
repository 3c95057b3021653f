import type { ActivityPage } from "../../../../lib/queries/activity.ts"
import { listAddress } from "../_components/list-address.ts"

/** What is chosen of a history, as it stands in its address. */
export type HistoryFilter = ActivityPage["filter"]

/** A change by its place. */
export interface ChangeAt {
  readonly streamId: string
  readonly revision: number
}

/** A change in one word, as addresses name it. */
export const changeName = ({ streamId, revision }: ChangeAt): string => `${streamId}.${revision}`

/** The address of a history with the same choice, which begins at a change or beside it. */
export function historyAddress(
  path: string,
  { person, kind, document, from, to }: HistoryFilter,
  begins?: { readonly side: "older" | "newer"; readonly change: ChangeAt },
): string {
  const cursor = begins ? { [begins.side]: changeName(begins.change) } : {}
  return listAddress(path, { person, kind, document, from, to, ...cursor })
}
