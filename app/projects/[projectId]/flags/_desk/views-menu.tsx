"use client"
import { Menu as Base } from "@base-ui/react/menu"
import Link from "next/link"
import { filterWords, givenViews } from "../../../../../lib/domain/flag-desk.ts"
import type { FlagsPage } from "../../../../../lib/queries/flags.ts"
import { MenuButton } from "./menu-button.tsx"

export type ViewDialog = "save" | "change" | "delete"

const sameWords = (a: Readonly<Record<string, string>>, b: Readonly<Record<string, string>>) =>
  JSON.stringify(Object.entries(a).sort()) === JSON.stringify(Object.entries(b).sort())

interface Props {
  readonly projectId: string
  readonly page: FlagsPage
  readonly open: boolean
  readonly onOpen: (open: boolean) => void
  readonly onDialog: (dialog: ViewDialog) => void
  /** Puts what is chosen now in the place of a view's filter. */
  readonly onReplace: (view: FlagsPage["views"][number]) => void
}

const item = "pickable block truncate px-3 py-1.5 text-ink no-underline hover:no-underline"

/** The views of the desk: those that every project has, one's own and the shared ones, and what can be done with them. */
export function ViewsMenu({ projectId, page, open, onOpen, onDialog, onReplace }: Props) {
  const { views, view, from, offers } = page
  const path = `/projects/${projectId}/flags`
  const current = views.find(({ id }) => id === view)
  const left = current ? undefined : views.find(({ id }) => id === from)
  const mayChange = (one: FlagsPage["views"][number]) => one.mine || offers["work.assign"]
  const name = current?.name ?? givenViews.find(({ id }) => id === view)?.name ?? null
  const link = (id: string, words: string, detail = "") => (
    <Base.LinkItem
      key={id}
      render={<Link href={`${path}?view=${id}`} scroll={false} aria-current={id === view || undefined} />}
      className={item}
      closeOnClick
    >
      {words}
      {detail && <span className="text-sm text-soft"> {detail}</span>}
    </Base.LinkItem>
  )
  return (
    <MenuButton
      name={name === null ? "Views: none" : `View: ${name}`}
      label={name ?? "Views"}
      on={name !== null}
      open={open}
      onOpen={onOpen}
    >
      {givenViews.map(given => link(given.id, given.name))}
      {views.length > 0 && <Base.Separator className="my-1 border-t border-rule" />}
      {views.map(one => link(one.id, one.name, one.shared ? (one.mine ? "shared" : `by ${one.owner}`) : ""))}
      <Base.Separator className="my-1 border-t border-rule" />
      {left && mayChange(left) && !sameWords(left.filter, filterWords(page.filter)) && (
        <Base.Item className={item} onClick={() => onReplace(left)}>
          Save these changes to “{left.name}”
        </Base.Item>
      )}
      <Base.Item className={item} onClick={() => onDialog("save")}>
        Keep this as a view…
      </Base.Item>
      {current && mayChange(current) && (
        <>
          <Base.Item className={item} onClick={() => onDialog("change")}>
            Rename or share “{current.name}”…
          </Base.Item>
          <Base.Item className={`${item} text-danger`} onClick={() => onDialog("delete")}>
            Delete “{current.name}”…
          </Base.Item>
        </>
      )}
    </MenuButton>
  )
}
