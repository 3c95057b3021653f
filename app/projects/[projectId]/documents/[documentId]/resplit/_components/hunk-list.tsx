import { type RefObject, useState } from "react"
import { announce } from "../../../../../../_ui/announce.ts"
import { Button } from "../../../../../../_ui/button.tsx"
import { Segmented } from "../../../../../../_ui/segmented.tsx"
import { HunkEntry } from "./hunk-entry.tsx"
import { keyOf, type ResplitState } from "./use-resplit.ts"

interface Props {
  readonly state: ResplitState
  readonly room: string
  readonly heading: RefObject<HTMLHeadingElement | null>
}

/** Hunks on one page of the list; a book can have thousands. */
const pageSize = 25

type Which = "all" | "untouched" | "worked"

/** The stretches that differ, page by page, and the ways to choose many at once. */
export function HunkList({ state, room, heading }: Props) {
  const { page, chosen, overtaken } = state
  const [which, setWhich] = useState<Which>("all")
  const [at, setAt] = useState(0)
  const worked = page.hunks.filter(hunk => hunk.worked)
  const shown = which === "all" ? page.hunks : page.hunks.filter(hunk => hunk.worked === (which === "worked"))
  const last = Math.max(0, Math.ceil(shown.length / pageSize) - 1)
  const from = Math.min(at, last) * pageSize
  const part = shown.slice(from, from + pageSize)
  const go = (to: number) => {
    setAt(to)
    heading.current?.focus()
    announce(`Page ${to + 1} of ${last + 1}`)
  }
  const choices = [
    { value: "all", label: `All ${count(page.hunks.length)}` },
    { value: "untouched", label: `Untouched ${count(page.hunks.length - worked.length)}` },
    { value: "worked", label: `Worked on by people ${count(worked.length)}` },
  ]
  return (
    <section aria-labelledby="differences" className="min-w-0">
      <h2 id="differences" ref={heading} tabIndex={-1} className="scroll-mt-20 text-2xl outline-none">
        {page.hunks.length === 1 ? "One place differs" : `${count(page.hunks.length)} places differ`}
      </h2>
      <p className="mt-1 text-soft">
        Ticked are those on which nobody has worked. Where people did, you choose; nothing they said is lost either way.
      </p>
      <div className="mt-4 flex flex-wrap items-center justify-between gap-x-6 gap-y-3">
        <Segmented
          legend="Which to show"
          hideLegend
          choices={choices}
          value={which}
          onChange={event => {
            setWhich(event.target.value as Which)
            setAt(0)
          }}
        />
        <div className="flex flex-wrap gap-2">
          <Button size="small" onClick={() => state.chooseAll("all")}>
            Choose all
          </Button>
          <Button size="small" onClick={() => state.chooseAll("none")}>
            Choose none
          </Button>
          <Button size="small" onClick={() => state.chooseAll("untouched")}>
            Choose the untouched
          </Button>
        </div>
      </div>
      {part.length === 0 && <p className="mt-4 border-y border-rule py-6 text-soft">There are none of these.</p>}
      <ol className="mt-2 divide-y divide-rule">
        {part.map(hunk => (
          <HunkEntry
            key={keyOf(hunk)}
            hunk={hunk}
            rules={page.rules}
            language={page.document.language}
            room={room}
            chosen={chosen.has(keyOf(hunk))}
            overtaken={overtaken.has(keyOf(hunk))}
            onChoose={on => state.choose(hunk, on)}
          />
        ))}
      </ol>
      {last > 0 && (
        <nav aria-label="Pages of differences" className="flex flex-wrap items-center justify-between gap-3 py-3">
          <p className="figures text-soft">
            {count(from + 1)}–{count(Math.min(shown.length, from + pageSize))} of {count(shown.length)}
          </p>
          <div className="flex gap-2">
            <Button size="small" disabled={from === 0} onClick={() => go(from / pageSize - 1)}>
              Previous
            </Button>
            <Button size="small" disabled={from / pageSize >= last} onClick={() => go(from / pageSize + 1)}>
              Next
            </Button>
          </div>
        </nav>
      )}
    </section>
  )
}

const count = (n: number) => n.toLocaleString("en")
