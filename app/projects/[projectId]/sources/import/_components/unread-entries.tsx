"use client"
import { ListPages, useListPage } from "../../../../../_ui/list-pages.tsx"

interface Props {
  readonly entries: readonly { readonly number: number; readonly excerpt: string; readonly why: string }[]
}

/** The entries that are no sources, each with its place in what was sent and with why. */
export function UnreadEntries({ entries }: Props) {
  const list = useListPage(entries)
  return (
    <section aria-labelledby="unread">
      <h2 id="unread" className="mb-2 text-xl">
        Not read
      </h2>
      <ul className="mb-3 grid gap-2">
        {list.shown.map(({ number, excerpt, why }) => (
          <li key={number}>
            <span className="figures text-soft">{number}. </span>
            <code className="text-sm wrap-anywhere">{excerpt}</code>
            <span className="block text-sm text-soft">{why}</span>
          </li>
        ))}
      </ul>
      <ListPages label="Pages of what was not read" list={list} />
    </section>
  )
}
