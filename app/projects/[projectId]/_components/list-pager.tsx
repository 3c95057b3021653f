import { pageSize } from "../../../../lib/schema/list-filter.ts"
import { Pager } from "../../../_ui/pager.tsx"
import { listAddress } from "./list-address.ts"

interface Props {
  readonly path: string
  readonly noun: string
  readonly total: number
  readonly shown: number
  /** The name under which its number stands in the address, when a page has two lists. */
  readonly param?: string
  readonly filter: Readonly<Record<string, string | number | undefined>> & { readonly page: number }
}

/** The pager of a list whose filters stand in the address. */
export function ListPager({ path, noun, total, shown, param = "page", filter }: Props) {
  const first = (filter.page - 1) * pageSize + 1
  const to = first + shown - 1
  const { page: _, ...rest } = filter
  const at = (page: number) => listAddress(path, { ...rest, [param]: page === 1 ? undefined : page })
  return (
    <Pager
      noun={noun}
      from={first}
      to={to}
      total={total}
      previous={filter.page > 1 ? at(filter.page - 1) : undefined}
      next={to < total ? at(filter.page + 1) : undefined}
    />
  )
}
