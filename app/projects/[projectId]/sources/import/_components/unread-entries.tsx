"use client"
import { useState } from "react"
import { ImportPages, pageLength } from "./import-pages.tsx"

interface Props {
  readonly entries: readonly { readonly number: number; readonly excerpt: string; readonly why: string }[]
}

/** The entries that are no sources, each with its place in what was sent and with why. */
export function UnreadEntries({ entries }: Props) {
  const [page, setPage] = useState(0)
  return (
    <section aria-labelledby="unread">
      <h2 id="unread" className="mb-2 text-xl">
        Not read
      </h2>
      <ul className="mb-3 grid gap-2">
        {entries.slice(page * pageLength, (page + 1) * pageLength).map(({ number, excerpt, why }) => (
          <li key={number}>
            <span className="figures text-soft">{number}. </span>
            <code className="text-sm wrap-anywhere">{excerpt}</code>
            <span className="block text-sm text-soft">{why}</span>
          </li>
        ))}
      </ul>
      <ImportPages
        label="Pages of what was not read"
        page={page}
        pages={Math.ceil(entries.length / pageLength)}
        onPage={setPage}
      />
    </section>
  )
}
