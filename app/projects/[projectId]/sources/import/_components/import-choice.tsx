"use client"
import Link from "next/link"
import { useMemo } from "react"
import { flushSync } from "react-dom"
import type { ImportReading } from "../../../../../../lib/queries/read-import.ts"
import { Button } from "../../../../../_ui/button.tsx"
import { FocusedLine } from "../../../../../_ui/focused-line.tsx"
import { FormError } from "../../../../../_ui/form-error.tsx"
import { ListPages, useListPage } from "../../../../../_ui/list-pages.tsx"
import { Progress } from "../../../../../_ui/progress.tsx"
import { checkboxOf, ReadEntryItem } from "./read-entry-item.tsx"
import { UnreadEntries } from "./unread-entries.tsx"
import { type Giving, isNew, useImportChoice } from "./use-import-choice.ts"

interface Props extends Giving {
  readonly projectId: string
  readonly reading: ImportReading
  readonly onBack: () => void
  readonly onImported: () => void
}

const formats = { bibtex: "BibTeX", ris: "RIS", "csl-json": "CSL-JSON", lines: "lines" } as const

/** What was read, entry by entry, and the choice of what is added. What was found takes the focus, and so does the end. */
export function ImportChoice({ projectId, reading, given, onGiven, onBack, onImported }: Props) {
  const choice = useImportChoice(projectId, reading, { given, onGiven }, onImported)
  const { entries, chosen, titleOf, kindOf, way, failure, added } = choice
  const unread = useMemo(
    () => reading.entries.flatMap((entry, at) => (entry.ok ? [] : [{ number: at + 1, ...entry }])),
    [reading],
  )
  const list = useListPage(entries)
  const goTo = (number: string) => {
    const at = entries.findIndex(one => String(one.number) === number)
    if (at < 0) return
    flushSync(() => list.goTo(at))
    document.getElementById(checkboxOf(Number(number)))?.focus()
  }
  if (added)
    return (
      <div className="grid justify-items-start gap-4">
        <FocusedLine key="added" className="font-text text-lg">
          {added.added === 1 ? "One source is" : `${count(added.added)} sources are`} in the bibliography now
          {added.skipped > 0 &&
            `; ${count(added.skipped)} ${added.skipped === 1 ? "was" : "were"} there already and passed over`}
          .
        </FocusedLine>
        <Link href={`/projects/${projectId}/sources`}>Go to the sources</Link>
      </div>
    )
  return (
    <div className="grid gap-5">
      <FocusedLine key="read">
        Read as {formats[reading.format]}: {entries.length === 1 ? "one source" : `${count(entries.length)} sources`}
        {unread.length > 0 &&
          `, and ${unread.length === 1 ? "one entry" : `${count(unread.length)} entries`} that could not be read`}
        .
      </FocusedLine>
      <FormError failure={failure} onIssue={goTo} />
      <div className="flex flex-wrap items-center gap-2">
        <Button kind="primary" busy={way !== null} disabled={chosen.size === 0} onClick={() => void choice.add()}>
          {chosen.size === 1 ? "Add one source" : `Add ${count(chosen.size)} sources`}
        </Button>
        <Button onClick={() => choice.chooseWhere(() => true)}>Tick all</Button>
        <Button onClick={() => choice.chooseWhere(isNew)}>Only new ones</Button>
        <Button onClick={() => choice.chooseWhere(() => false)}>Tick none</Button>
        <Button kind="plain" disabled={way !== null} onClick={onBack}>
          Back to the text
        </Button>
      </div>
      {way && <Progress label={way.sent < 1 ? "Sending" : "Adding"} share={way.sent < 1 ? way.sent : way.done} />}
      <ul aria-label="What was read" className="divide-y divide-rule border-y border-rule">
        {list.shown.map(one => (
          <ReadEntryItem
            key={one.id}
            projectId={projectId}
            number={one.number}
            entry={one.entry}
            chosen={chosen.has(one.number)}
            title={one.entry.record.csl.title === "" ? titleOf(one) : null}
            kind={kindOf(one)}
            onKind={kind => choice.setKind(one, kind)}
            onTitle={title => choice.entitle(one, title)}
            onChosen={wanted => choice.choose(one, wanted)}
          />
        ))}
      </ul>
      <ListPages label="Pages of what was read" list={list} />
      {unread.length > 0 && <UnreadEntries entries={unread} />}
    </div>
  )
}

const count = (n: number) => n.toLocaleString("en")
