import type { ContestedPage } from "../../../../../lib/queries/contested.ts"
import { listAddress } from "../../_components/list-address.ts"

export type ContestedChoice = Omit<ContestedPage["filter"], "page">

/** The address of the list, or of one claim in it, with what was chosen; what is usual is left out. */
export function contestedAddress(projectId: string, choice: ContestedChoice, unitId?: string): string {
  const { order, show, ...rest } = choice
  const path = `/projects/${projectId}/contested${unitId ? `/${unitId}` : ""}`
  return listAddress(path, {
    ...rest,
    show: show === "ready" ? undefined : show,
    order: order === "agreement" ? undefined : order,
  })
}
