import { useState } from "react"
import { Button } from "./button.tsx"

/** Entries on one page; a library has thousands. */
const length = 50

/** A list that is all in the browser, of which a page is shown. */
export interface ListPage<T> {
  readonly shown: readonly T[]
  /** Counted from 0. */
  readonly page: number
  readonly pages: number
  readonly go: (page: number) => void
  /** Show the page on which the entry at `at` stands. */
  readonly goTo: (at: number) => void
}

export function useListPage<T>(all: readonly T[]): ListPage<T> {
  const [page, go] = useState(0)
  const shown = all.slice(page * length, (page + 1) * length)
  return { shown, page, pages: Math.ceil(all.length / length), go, goTo: at => go(Math.floor(at / length)) }
}

interface Props {
  readonly label: string
  readonly list: Omit<ListPage<unknown>, "shown">
}

/** The way to the other pages of such a list; nothing when there is one page. */
export function ListPages({ label, list: { page, pages, go } }: Props) {
  if (pages <= 1) return null
  return (
    <nav aria-label={label} className="flex items-center gap-3">
      <Button size="small" disabled={page === 0} onClick={() => go(page - 1)}>
        Previous
      </Button>
      <span role="status" className="figures text-soft">
        Page {page + 1} of {pages}
      </span>
      <Button size="small" disabled={page === pages - 1} onClick={() => go(page + 1)}>
        Next
      </Button>
    </nav>
  )
}
