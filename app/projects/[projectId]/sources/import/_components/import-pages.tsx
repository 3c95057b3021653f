import { Button } from "../../../../../_ui/button.tsx"

interface Props {
  readonly label: string
  /** Counted from 0. */
  readonly page: number
  readonly pages: number
  readonly onPage: (page: number) => void
}

/** Entries on one page; a library has thousands. */
export const pageLength = 50

/** The way to the other pages of a list that is all in the browser; nothing when there is one page. */
export function ImportPages({ label, page, pages, onPage }: Props) {
  if (pages <= 1) return null
  return (
    <nav aria-label={label} className="flex items-center gap-3">
      <Button size="small" disabled={page === 0} onClick={() => onPage(page - 1)}>
        Previous
      </Button>
      <span role="status" className="figures text-soft">
        Page {page + 1} of {pages}
      </span>
      <Button size="small" disabled={page === pages - 1} onClick={() => onPage(page + 1)}>
        Next
      </Button>
    </nav>
  )
}
