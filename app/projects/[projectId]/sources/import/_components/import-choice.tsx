"use client"
import Link from "next/link"
import { useMemo, useRef, useState } from "react"
import { uuidv7 } from "uuidv7"
import type { SourceKind } from "../../../../../../lib/domain/source.ts"
import type { ImportReading } from "../../../../../../lib/queries/read-import.ts"
import { type ApiFailure, api, type Way } from "../../../../../_ui/api.ts"
import { Button } from "../../../../../_ui/button.tsx"
import { FormError } from "../../../../../_ui/form-error.tsx"
import { Progress } from "../../../../../_ui/progress.tsx"
import { type ReadEntry, ReadEntryItem } from "./read-entry-item.tsx"

interface Props {
  readonly projectId: string
  readonly reading: ImportReading
  readonly onBack: () => void
}

const pageLength = 50
const formats = { bibtex: "BibTeX", ris: "RIS", "csl-json": "CSL-JSON", lines: "lines" } as const

/** What was read, entry by entry, and the choice of what is added. */
export function ImportChoice({ projectId, reading, onBack }: Props) {
  const entries = useMemo(() => reading.entries.filter((entry): entry is ReadEntry => entry.ok), [reading])
  const unread = useMemo(() => reading.entries.flatMap(entry => (entry.ok ? [] : [entry])), [reading])
  const ids = useMemo(() => entries.map(() => uuidv7()), [entries])
  const [chosen, setChosen] = useState(() => new Set(entries.flatMap((entry, at) => (entry.repeats ? [] : [at]))))
  const [titles, setTitles] = useState<ReadonlyMap<number, string>>(new Map())
  const [kinds, setKinds] = useState<ReadonlyMap<number, SourceKind>>(new Map())
  const [page, setPage] = useState(0)
  const [way, setWay] = useState<Way | null>(null)
  const [failure, setFailure] = useState<ApiFailure | null>(null)
  const [added, setAdded] = useState<{ added: number; skipped: number } | null>(null)
  const request = useRef<{ words: string; id: string } | null>(null)
  const titleOf = (at: number) => titles.get(at) ?? entries[at]!.record.csl.title
  const untitled = [...chosen].filter(at => titleOf(at).trim() === "").sort((a, b) => a - b)
  const pages = Math.ceil(entries.length / pageLength)

  const choose = (which: (entry: ReadEntry) => boolean) =>
    setChosen(new Set(entries.flatMap((entry, at) => (which(entry) ? [at] : []))))
  const add = async () => {
    const first = untitled[0]
    if (first !== undefined) {
      setPage(Math.floor(first / pageLength))
      setFailure({ code: "invalid", sentence: `Entry ${first + 1} has no title. Give it one, or untick it.` })
      return
    }
    const body = [...chosen]
      .sort((a, b) => a - b)
      .map(at => {
        const { record, repeats } = entries[at]!
        const kind = kinds.get(at) ?? record.kind
        return { ...record, kind, id: ids[at], again: repeats !== null, csl: { ...record.csl, title: titleOf(at) } }
      })
    // The same choice sent again is the same request.
    const words = JSON.stringify(body)
    if (request.current?.words !== words) request.current = { words, id: uuidv7() }
    setFailure(null)
    setWay({ sent: 0, done: 0 })
    const result = await api.upload<{ added?: number; skipped?: number }>(
      `/projects/${projectId}/sources/import`,
      { requestId: request.current.id, entries: body },
      setWay,
    )
    setWay(null)
    if (result.ok) setAdded({ added: result.value.added ?? body.length, skipped: result.value.skipped ?? 0 })
    else setFailure(result.failure)
  }
  if (added)
    return (
      <div className="grid justify-items-start gap-4">
        <p role="status" className="font-text text-lg">
          {added.added === 1 ? "One source is" : `${added.added} sources are`} in the bibliography now
          {added.skipped > 0 && `; ${added.skipped} had been added in the meantime and were passed over`}.
        </p>
        <Link href={`/projects/${projectId}/sources`}>Go to the sources</Link>
      </div>
    )
  return (
    <div className="grid gap-5">
      <p>
        Read as {formats[reading.format]}: {entries.length === 1 ? "one source" : `${entries.length} sources`}
        {unread.length > 0 &&
          `, and ${unread.length === 1 ? "one entry" : `${unread.length} entries`} that could not be read`}
        .
      </p>
      <FormError failure={failure} />
      <div className="flex flex-wrap items-center gap-2">
        <Button kind="primary" busy={way !== null} disabled={chosen.size === 0} onClick={() => void add()}>
          {chosen.size === 1 ? "Add one source" : `Add ${chosen.size} sources`}
        </Button>
        <Button onClick={() => choose(() => true)}>Tick all</Button>
        <Button onClick={() => choose(entry => entry.repeats === null)}>Only new ones</Button>
        <Button onClick={() => choose(() => false)}>Tick none</Button>
        <Button kind="plain" onClick={onBack}>
          Back to the text
        </Button>
      </div>
      {way && <Progress label={way.sent < 1 ? "Sending" : "Adding"} share={way.sent < 1 ? way.sent : way.done} />}
      <ul aria-label="What was read" className="divide-y divide-rule border-y border-rule">
        {entries.slice(page * pageLength, (page + 1) * pageLength).map((entry, on) => {
          const at = page * pageLength + on
          return (
            <ReadEntryItem
              key={ids[at]}
              projectId={projectId}
              number={at + 1}
              entry={entry}
              chosen={chosen.has(at)}
              title={entry.record.csl.title === "" ? titleOf(at) : null}
              kind={kinds.get(at) ?? entry.record.kind}
              onKind={kind => setKinds(new Map(kinds).set(at, kind))}
              onTitle={title => setTitles(new Map(titles).set(at, title))}
              onChosen={wanted => {
                const next = new Set(chosen)
                if (wanted) next.add(at)
                else next.delete(at)
                setChosen(next)
              }}
            />
          )
        })}
      </ul>
      {pages > 1 && (
        <nav aria-label="Pages of what was read" className="flex items-center gap-3">
          <Button size="small" disabled={page === 0} onClick={() => setPage(page - 1)}>
            Previous
          </Button>
          <span className="figures text-soft">
            Page {page + 1} of {pages}
          </span>
          <Button size="small" disabled={page === pages - 1} onClick={() => setPage(page + 1)}>
            Next
          </Button>
        </nav>
      )}
      {unread.length > 0 && (
        <section aria-labelledby="unread">
          <h2 id="unread" className="mb-2 text-xl">
            Not read
          </h2>
          <ul className="grid gap-2">
            {unread.slice(0, pageLength).map(({ excerpt, why }) => (
              <li key={`${excerpt} ${why}`}>
                <code className="text-sm wrap-anywhere">{excerpt}</code>
                <span className="block text-sm text-soft">{why}</span>
              </li>
            ))}
          </ul>
          {unread.length > pageLength && (
            <p className="mt-2 text-soft">{unread.length - pageLength} more are not listed.</p>
          )}
        </section>
      )}
    </div>
  )
}
