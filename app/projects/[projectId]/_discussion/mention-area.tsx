"use client"
import { type ComponentProps, type KeyboardEvent, type RefObject, useId, useState } from "react"
import { type Mentionable, mentionBegun } from "../../../../lib/domain/comment-text.ts"
import { announce } from "../../../_ui/announce.ts"
import { classNames } from "../../../_ui/class-names.ts"
import { Field } from "../../../_ui/field.tsx"

interface Props extends Omit<ComponentProps<"textarea">, "onChange" | "value" | "ref"> {
  readonly label: string
  readonly error: string | undefined
  readonly value: string
  readonly onWords: (words: string) => void
  readonly people: readonly Mentionable[]
  readonly ref: RefObject<HTMLTextAreaElement | null>
}

/** Members that are offered at once. */
const most = 6

/**
 * A field for a comment. An “@” offers the members that go with what follows it: the arrow keys choose, Enter or Tab
 * takes, Escape closes the list.
 */
export function MentionArea({ label, error, value, onWords, people, onKeyDown, ref, ...rest }: Props) {
  const list = useId()
  const [caret, setCaret] = useState<number | null>(null)
  const [chosen, setChosen] = useState(0)
  const begun = caret === null ? null : mentionBegun(value, caret)
  const query = begun?.query.toLocaleLowerCase() ?? ""
  const offered = begun ? people.filter(({ name }) => fits(name.toLocaleLowerCase(), query)).slice(0, most) : []
  const at = Math.min(chosen, offered.length - 1)
  const take = ({ name }: Mentionable) => {
    if (!begun || caret === null) return
    const before = `${value.slice(0, begun.at)}@${name} `
    onWords(before + value.slice(caret).replace(/^ /, ""))
    setCaret(null)
    requestAnimationFrame(() => ref.current?.setSelectionRange(before.length, before.length))
  }
  const pressed = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (offered.length === 0 || event.nativeEvent.isComposing) return onKeyDown?.(event)
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step) {
      const next = (at + step + offered.length) % offered.length
      setChosen(next)
      announce(offered[next]!.name)
    } else if (event.key === "Escape") setCaret(null)
    else if ((event.key === "Enter" && !event.ctrlKey && !event.metaKey) || event.key === "Tab") take(offered[at]!)
    else return onKeyDown?.(event)
    event.preventDefault()
    event.stopPropagation()
  }
  const look = (words: string, position: number) => {
    const now = mentionBegun(words, position)
    setCaret(now ? position : null)
    setChosen(0)
    if (now && !begun) announce("Type a name, then choose with the arrow keys and Enter.")
  }
  return (
    <Field label={label} hideLabel error={error}>
      {wiring => (
        <>
          <textarea
            rows={2}
            {...rest}
            {...wiring}
            ref={ref}
            value={value}
            className="control field-sizing-content max-h-[50vh] min-h-16 resize-y"
            aria-autocomplete="list"
            aria-haspopup="listbox"
            aria-controls={offered.length > 0 ? list : undefined}
            aria-activedescendant={offered.length > 0 ? `${list}-${at}` : undefined}
            onChange={event => {
              onWords(event.currentTarget.value)
              look(event.currentTarget.value, event.currentTarget.selectionStart)
            }}
            onBlur={() => setCaret(null)}
            onKeyDown={pressed}
          />
          {offered.length > 0 && (
            <div id={list} role="listbox" aria-label="Members" className="floating py-1">
              {offered.map((person, index) => (
                <div
                  key={person.id}
                  id={`${list}-${index}`}
                  role="option"
                  tabIndex={-1}
                  aria-selected={index === at}
                  className={classNames("cursor-pointer px-3.5 py-1.5", index === at && "bg-wash font-semibold")}
                  // The field keeps the focus.
                  onPointerDown={event => {
                    event.preventDefault()
                    take(person)
                  }}
                >
                  {person.name}
                </div>
              ))}
            </div>
          )}
        </>
      )}
    </Field>
  )
}

/** Whether each word typed begins a word of the name. */
const fits = (name: string, query: string) =>
  query
    .split(/\s+/)
    .filter(Boolean)
    .every(word => name.split(/[\s-]+/).some(part => part.startsWith(word)))
