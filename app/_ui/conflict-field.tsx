"use client"
import { type ReactNode, useId } from "react"
import { ChangedText } from "./changed-text.tsx"
import { FieldError } from "./field-error.tsx"
import type { Difference, Pick } from "./record-merge.ts"

interface Props<Words> {
  readonly difference: Difference<Words>
  /** Whose the other version is, as a heading. */
  readonly theirsTitle: string
  readonly pick: Pick | null
  readonly combined: unknown
  readonly error: string | undefined
  readonly onPick: (pick: Pick) => void
  readonly onCombine: (value: unknown) => void
  /** Edits a combined version that is no plain text. */
  readonly editor: ((value: unknown, onChange: (value: unknown) => void) => ReactNode) | undefined
}

/** One field of two versions: theirs and mine beside one another, and where that makes sense both in one. */
export function ConflictField<Words>(props: Props<Words>) {
  const { difference, theirsTitle, pick, combined, error, onPick, onCombine, editor } = props
  const { field, base, theirs, mine, changedBy, clash } = difference
  const id = useId()
  const radio = (value: Pick, title: string) => (
    <label className="flex items-center gap-2 font-semibold">
      <input
        type="radio"
        name={id}
        value={value}
        checked={pick === value}
        onChange={() => onPick(value)}
        aria-describedby={value === "combined" ? undefined : `${id}-${value}`}
        className="size-4.5 accent-accent"
      />
      {title}
    </label>
  )
  const side = (value: "theirs" | "mine", title: string, text: string) => (
    <div className="grid content-start gap-1.5">
      {radio(value, title)}
      <p id={`${id}-${value}`} className="font-text break-words whitespace-pre-wrap">
        <ChangedText before={base} after={text} whole={(field.kind ?? "choice") === "choice"} />
      </p>
    </div>
  )
  return (
    <fieldset
      aria-describedby={[`${id}-who`, error && `${id}-error`].filter(Boolean).join(" ")}
      data-open={pick === null}
      className="min-w-0 border-t border-rule pt-3"
    >
      <legend className="float-left font-semibold">{field.label}</legend>
      <p id={`${id}-who`} className="float-right text-sm text-soft">
        {who[changedBy]}
      </p>
      <div className="clear-both grid gap-3 pt-2">
        <div className="grid gap-4 sm:grid-cols-2 sm:gap-6">
          {side("theirs", theirsTitle, theirs)}
          {side("mine", "Yours", mine)}
        </div>
        {combined !== undefined && changedBy === "both" && (
          <div className="grid gap-1.5">
            {radio("combined", "Both in one")}
            <p className="text-sm text-soft">
              {clash
                ? `The same words were changed in both: “${theirsTitle}” stands before yours. Make of them what it should say.`
                : "The two changes do not touch each other, so both are in it. Change it as you like."}
            </p>
            {editor ? (
              editor(combined, onCombine)
            ) : (
              <Plain kind={field.kind} label={field.label} value={String(combined)} onChange={onCombine} />
            )}
          </div>
        )}
        <FieldError id={`${id}-error`} error={error} />
      </div>
    </fieldset>
  )
}

interface PlainProps {
  readonly kind: unknown
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
}

function Plain({ kind, label, value, onChange }: PlainProps) {
  const words = { "aria-label": `${label}, both in one`, value }
  return kind === "line" ? (
    <input type="text" {...words} className="control" onChange={event => onChange(event.target.value)} />
  ) : (
    <textarea
      rows={3}
      {...words}
      className="control field-sizing-content max-h-[50vh] min-h-20 resize-y font-text"
      onChange={event => onChange(event.target.value)}
    />
  )
}

const who = { theirs: "Not changed in yours.", mine: "Changed in yours only.", both: "Changed in both." } as const
