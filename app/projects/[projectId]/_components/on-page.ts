import { pageSize } from "../../../../lib/schema/list-filter.ts"

/** The rows of one page of a whole list; after the last page comes the last page again. */
export function onPage<T>(all: readonly T[], asked: number): { readonly page: number; readonly rows: readonly T[] } {
  const page = Math.min(asked, Math.max(1, Math.ceil(all.length / pageSize)))
  return { page, rows: all.slice((page - 1) * pageSize, page * pageSize) }
}
