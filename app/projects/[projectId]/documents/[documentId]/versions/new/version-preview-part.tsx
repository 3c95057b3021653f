"use client"
import { type ReactNode, useEffect, useRef } from "react"
import { flagReasonWords } from "../../../../../../../lib/domain/flag-words.ts"
import type { VersionPreview } from "../../../../../../../lib/queries/version-preview.ts"
import { TextChanges } from "../_components/text-changes.tsx"

/** What a text would come to as the next version: numbers, what would be lost, what moves, and the difference. */
export function VersionPreviewPart({ preview, language }: { preview: VersionPreview; language: string }) {
  const { counts, pieces, more, moved, lost, lostFlags } = preview
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const figures = [
    ["come along with all that was said of them", counts.kept],
    ["have work on them and are not found", counts.lost],
    ["have no work on them and are cut anew or gone", counts.gone],
    ["are new", counts.made],
  ] as const
  return (
    <div className="grid gap-8">
      <section className="grid gap-3">
        <h2 ref={heading} tabIndex={-1} className="font-text text-2xl outline-none">
          What would become of the passages
        </h2>
        <ul className="figures grid gap-1">
          {figures.map(([what, count]) => (
            <li key={what}>
              <b>{count.toLocaleString("en")}</b> {what}
            </li>
          ))}
        </ul>
        <p className="text-soft">
          Nothing is moved to words that only look alike. What is not found word for word is listed as lost, with what
          was said of it, until you place it or give it up.
        </p>
      </section>
      <Quotes title="Would be lost" items={lost} />
      <Quotes
        title="Open flags that would be lost"
        items={lostFlags.map(({ id, quote, reason }) => ({ id, quote, note: flagReasonWords[reason] }))}
      />
      <Quotes title="Found at another place" items={moved} />
      <section className="grid gap-3">
        <h2 className="font-text text-2xl">What the text changes</h2>
        <TextChanges pieces={pieces} more={more} language={language} />
      </section>
    </div>
  )
}

interface Quoted {
  readonly id: string
  readonly quote: string
  readonly note?: string
}

function Quotes({ title, items }: { title: ReactNode; items: readonly Quoted[] }) {
  if (items.length === 0) return null
  return (
    <section className="grid gap-3">
      <h2 className="font-text text-2xl">
        {title} <span className="font-ui text-base text-soft">· {items.length.toLocaleString("en")}</span>
      </h2>
      <ul className="divide-y divide-rule border-y border-rule">
        {items.map(({ id, quote, note }) => (
          <li key={id} className="py-3">
            <blockquote className="font-text wrap-anywhere">{quote}</blockquote>
            {note && <p className="text-sm text-soft">{note}</p>}
          </li>
        ))}
      </ul>
    </section>
  )
}
