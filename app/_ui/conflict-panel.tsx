"use client"
import { type KeyboardEvent, type ReactNode, useEffect, useId, useMemo, useRef, useState } from "react"
import { Button } from "./button.tsx"
import { ChangeLegend } from "./changed-text.tsx"
import { ConflictField } from "./conflict-field.tsx"
import { type Difference, differences, type MergeField, type Pick, settled } from "./record-merge.ts"

interface Props<Words> {
  readonly fields: readonly MergeField<Words>[]
  /** What both had in sight, what is stored now, and what was typed here. */
  readonly base: Words
  readonly theirs: Words
  readonly mine: Words
  /** What happened, as a sentence. */
  readonly happened: string
  /** Whose the stored version is, as a heading over it. */
  readonly theirsTitle?: string
  readonly busy: boolean
  /** Hears which words are to be saved. */
  readonly onSettle: (words: Words) => void
  /** Hears that the stored version stays and nothing is to be saved. */
  readonly onTheirs: () => void
  /** Edit the combined version of a field that is no plain text. */
  readonly editors?: Readonly<Record<string, (value: unknown, onChange: (value: unknown) => void) => ReactNode>>
}

interface Choice {
  readonly pick: Pick | null
  readonly combined: unknown
}

/**
 * Two versions of one thing field by field, with what each changed marked, for picking or combining. Nothing is saved
 * before that, and neither version is lost. Where only one of them changed a field, that one is picked already.
 */
export function ConflictPanel<Words extends object>(props: Props<Words>) {
  const { fields, base, theirs, mine, happened, theirsTitle = "Theirs", busy, onSettle, onTheirs, editors } = props
  const heading = useRef<HTMLParagraphElement>(null)
  const box = useRef<HTMLElement>(null)
  const id = useId()
  useEffect(() => heading.current?.focus(), [])
  const found = useMemo(() => sorted(differences(fields, base, theirs, mine)), [fields, base, theirs, mine])
  const [chosen, setChosen] = useState<ReadonlyMap<string, Choice>>(new Map())
  const [pressed, setPressed] = useState(false)
  const choiceOf = ({ field, pick, combined }: Difference<Words>): Choice =>
    chosen.get(field.path) ?? { pick, combined }
  const choose = (difference: Difference<Words>, choice: Partial<Choice>) =>
    setChosen(now => new Map(now).set(difference.field.path, { ...choiceOf(difference), ...choice }))
  const chooseAll = (pick: Pick) =>
    setChosen(new Map(found.map(difference => [difference.field.path, { ...choiceOf(difference), pick }])))
  const open = found.filter(difference => choiceOf(difference).pick === null)
  const nothingOfMine = found.every(difference => choiceOf(difference).pick === "theirs")
  const settle = () => {
    setPressed(true)
    if (open.length > 0) {
      box.current?.querySelector<HTMLElement>("[data-open=true] input")?.focus()
      return
    }
    if (nothingOfMine) onTheirs()
    else onSettle(settled(theirs, mine, found, choiceOf))
  }
  // Enter would send the form behind this, in which what was typed first still stands.
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Enter" || !(event.target instanceof HTMLInputElement)) return
    event.preventDefault()
    if (!busy) settle()
  }
  return (
    <section
      ref={box}
      aria-labelledby={id}
      onKeyDown={onKeyDown}
      className="grid gap-4 border-l-3 border-accent bg-wash px-4 py-3"
    >
      <div>
        <p id={id} ref={heading} tabIndex={-1} className="font-semibold outline-none">
          {happened}
        </p>
        <p className="mt-1 text-sm text-soft">
          Yours is not saved yet, and neither is lost. What was <ChangeLegend /> is marked against what stood there
          before. Choose for each part, or put both in one.
        </p>
      </div>
      {found.length > 1 && (
        <p className="flex flex-wrap gap-2">
          <Button size="small" onClick={() => chooseAll("theirs")}>
            {theirsTitle} everywhere
          </Button>
          <Button size="small" onClick={() => chooseAll("mine")}>
            Yours everywhere
          </Button>
        </p>
      )}
      {found.map(difference => (
        <ConflictField
          key={difference.field.path}
          difference={difference}
          theirsTitle={theirsTitle}
          {...choiceOf(difference)}
          error={pressed && choiceOf(difference).pick === null ? "Choose one of the two." : undefined}
          onPick={pick => choose(difference, { pick })}
          onCombine={combined => choose(difference, { pick: "combined", combined })}
          editor={editors?.[difference.field.path]}
        />
      ))}
      {found.length === 0 && <p>Both versions say the same. There is nothing left to choose.</p>}
      <Button kind="primary" busy={busy} className="justify-self-start" onClick={settle}>
        {nothingOfMine ? "Keep what is stored" : "Save what is chosen"}
      </Button>
    </section>
  )
}

/** What both changed comes first: there one has to think. */
const sorted = <Words,>(found: readonly Difference<Words>[]) => [
  ...found.filter(({ changedBy }) => changedBy === "both"),
  ...found.filter(({ changedBy }) => changedBy !== "both"),
]
