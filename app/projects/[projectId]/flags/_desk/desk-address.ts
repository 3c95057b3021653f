import { type DeskFilter, filterWords } from "../../../../../lib/domain/flag-desk.ts"
import { listAddress } from "../../_components/list-address.ts"

/** The address of the desk with a filter; whoever has it sees the same list. */
export const deskAddress = (projectId: string, filter: DeskFilter): string =>
  listAddress(`/projects/${projectId}/flags`, filterWords(filter))

/** Under the API: more of the list behind `after`, or all that an act on many has to know. */
export const moreAddress = (projectId: string, filter: DeskFilter, after: string): string =>
  listAddress(`/projects/${projectId}/flags/more`, { ...filterWords(filter), after })
export const chosenAddress = (projectId: string, filter: DeskFilter): string =>
  listAddress(`/projects/${projectId}/flags/chosen`, filterWords(filter))

/** The passage of a flag in the reading room. */
export const passageAddress = (
  projectId: string,
  flag: { readonly documentId: string; readonly unitId: string | null; readonly start: number },
): string =>
  `/projects/${projectId}/documents/${flag.documentId}?${flag.unitId ? `unit=${flag.unitId}` : `at=${flag.start}`}`
