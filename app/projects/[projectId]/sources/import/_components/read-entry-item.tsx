"use client"
import { type SourceKind, sourceKinds } from "../../../../../../lib/domain/source.ts"
import { sourceKindChoices } from "../../../../../../lib/domain/source-words.ts"
import type { ImportEntry } from "../../../../../../lib/queries/read-import.ts"
import { SelectField } from "../../../../../_ui/select-field.tsx"
import { TextField } from "../../../../../_ui/text-field.tsx"
import { TextLink } from "../../../../../_ui/text-link.tsx"

export type ReadEntry = Extract<ImportEntry, { ok: true }>

interface Props {
  readonly projectId: string
  readonly number: number
  readonly entry: ReadEntry
  readonly chosen: boolean
  readonly onChosen: (chosen: boolean) => void
  /** The title that the person gives it; null when it came with one. */
  readonly title: string | null
  readonly onTitle: (title: string) => void
  readonly kind: SourceKind
  readonly onKind: (kind: SourceKind) => void
}

/** One entry as it was read: its line, what it repeats, and what is to be known of it. */
export function ReadEntryItem({ projectId, number, entry, chosen, onChosen, title, onTitle, kind, onKind }: Props) {
  const { line, notes, repeats } = entry
  const id = `entry-${number}`
  return (
    <li className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 gap-y-1 py-3">
      <input
        id={id}
        type="checkbox"
        checked={chosen}
        onChange={event => onChosen(event.currentTarget.checked)}
        className="mt-1.5 size-4.5 accent-accent"
      />
      <label htmlFor={id} className="font-text text-lg wrap-anywhere">
        {line}
      </label>
      <div className="col-start-2 grid gap-1 text-sm">
        <div className="max-w-60">
          <SelectField
            label={`Kind of entry ${number}`}
            hideLabel
            options={sourceKindChoices}
            value={kind}
            onChange={event => {
              const chosenKind = sourceKinds.find(one => one === event.currentTarget.value)
              if (chosenKind) onKind(chosenKind)
            }}
          />
        </div>
        {repeats && (
          <p>
            <b>Repeats</b>{" "}
            {repeats.id ? (
              <TextLink href={`/projects/${projectId}/sources/${repeats.id}`}>{repeats.line}</TextLink>
            ) : (
              <>an entry before it: {repeats.line}</>
            )}
            . {repeats.why}
          </p>
        )}
        {notes.map(note => (
          <p key={note} className="text-soft">
            {note}
          </p>
        ))}
        {title !== null && (
          <TextField
            label={`Title of entry ${number}`}
            value={title}
            onChange={event => onTitle(event.currentTarget.value)}
          />
        )}
      </div>
    </li>
  )
}
