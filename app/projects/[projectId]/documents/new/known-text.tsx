"use client"
import { Button } from "../../../../_ui/button.tsx"

interface Props {
  readonly href: string
  readonly title: string
  readonly busy: boolean
  readonly onAgain: () => void
}

/** What can be done when the project has the same text already. */
export function KnownText({ href, title, busy, onAgain }: Props) {
  return (
    <p className="flex flex-wrap items-center gap-x-5 gap-y-2">
      <a href={href} target="_blank" rel="noreferrer">
        Open “{title}” on another page
      </a>
      <Button size="small" busy={busy} onClick={onAgain}>
        Add it again anyway
      </Button>
    </p>
  )
}
