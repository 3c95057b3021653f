"use client"
import { useCallback, useEffect, useRef, useState } from "react"
import { filterWords } from "../../../../../lib/domain/flag-desk.ts"
import type { FlagsPage, ListedFlag, MoreFlags } from "../../../../../lib/queries/flags.ts"
import { type ApiFailure, api } from "../../../../_ui/api.ts"
import { moreAddress } from "./desk-address.ts"

type Page = Pick<FlagsPage, "filter" | "flags" | "after">

interface Rows {
  readonly flags: readonly ListedFlag[]
  readonly after: string | null
  /** Of which list they are. */
  readonly of: string
}

/**
 * The flags that are loaded, the first of them by the server's page. When that is read again, as many as were loaded are
 * read again before any of them moves, so that a list in the middle of which somebody is does not fall back to its beginning.
 */
export function useRows(projectId: string, page: Page) {
  const of = JSON.stringify(filterWords(page.filter))
  const [rows, setRows] = useState<Rows>({ flags: page.flags, after: page.after, of })
  const [failure, setFailure] = useState<ApiFailure | null>(null)
  const loading = useRef(false)
  const latest = useRef(rows)
  latest.current = rows
  const first = useRef(page.flags)
  useEffect(() => {
    if (first.current === page.flags) return
    first.current = page.flags
    let left = false
    const { current } = latest
    const wanted = current.of === of ? current.flags.length : 0
    const read = async () => {
      let next: Rows = { flags: page.flags, after: page.after, of }
      while (next.after && next.flags.length < wanted && !left) {
        const more = await api.get<MoreFlags>(moreAddress(projectId, page.filter, next.after))
        if (!more.ok) break
        next = joined(next, more.value)
      }
      if (!left) setRows(next)
    }
    void read()
    return () => {
      left = true
    }
  }, [projectId, page.flags, page.after, page.filter, of])

  const more = useCallback(async () => {
    const { after, of: list } = latest.current
    if (!after || loading.current || list !== of) return
    loading.current = true
    setFailure(null)
    const answer = await api.get<MoreFlags>(moreAddress(projectId, page.filter, after))
    loading.current = false
    if (!answer.ok) return setFailure(answer.failure)
    setRows(now => (now.after === after ? joined(now, answer.value) : now))
  }, [projectId, page.filter, of])
  return { ...rows, more, failure }
}

/** Somebody may have moved a flag to further down the list meanwhile; it stands where it was first. */
function joined(rows: Rows, more: MoreFlags): Rows {
  const known = new Set(rows.flags.map(({ id }) => id))
  return { ...rows, flags: [...rows.flags, ...more.flags.filter(({ id }) => !known.has(id))], after: more.after }
}
