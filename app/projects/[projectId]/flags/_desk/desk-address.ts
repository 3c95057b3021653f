import { type DeskFilter, filterWords } from "../../../../../lib/domain/flag-desk.ts"
import type { ListedFlag } from "../../../../../lib/queries/flags.ts"
import { listAddress } from "../../_components/list-address.ts"

/** The address of the desk with a filter; whoever has it sees the same list. `from` is the view that it was made from. */
export const deskAddress = (projectId: string, filter: DeskFilter, from?: string | null): string =>
  listAddress(`/projects/${projectId}/flags`, { ...filterWords(filter), ...(from && { from }) })

/** Under the API: more of the list behind `after`, or all that an act on many has to know. */
export const moreAddress = (projectId: string, filter: DeskFilter, after: string): string =>
  listAddress(`/projects/${projectId}/flags/more`, { ...filterWords(filter), after })
export const chosenAddress = (projectId: string, filter: DeskFilter): string =>
  listAddress(`/projects/${projectId}/flags/chosen`, filterWords(filter))

type Place = Pick<ListedFlag, "id" | "documentId" | "unitId" | "start" | "status" | "lostIn">

/** The passage of a flag in the reading room; of one that the current text lost, where it can be placed, or its own text. */
export function passageAddress(projectId: string, { id, documentId, unitId, start, status, lostIn }: Place): string {
  const document = `/projects/${projectId}/documents/${documentId}`
  if (lostIn !== null)
    return status === "open" ? `${document}/versions/lost#${unitId ?? id}` : `${document}/versions/${lostIn}`
  return `${document}?${unitId ? `unit=${unitId}` : `at=${start}`}`
}
