import { textChange } from "./text-diff.ts"

interface Props {
  readonly before: string
  readonly after: string
}

/** A text with what was put in and taken out marked: underlined with a plus, struck out with a minus, and said aloud. */
export function ChangedText({ before, after }: Props) {
  let at = 0
  if (before === "" && after === "") return <span className="text-soft">Nothing.</span>
  return (
    <>
      {textChange(before, after).map(({ text, what }) => {
        const key = at
        at += text.length
        if (what === "same") return <span key={key}>{text}</span>
        return what === "in" ? (
          <ins
            key={key}
            className="rounded-sm bg-documented-wash text-ink underline decoration-documented decoration-2 underline-offset-3"
          >
            <span aria-hidden>+</span>
            <span className="sr-only"> put in: </span>
            {text}
            <span className="sr-only"> (end) </span>
          </ins>
        ) : (
          <del key={key} className="rounded-sm bg-danger-wash text-ink line-through decoration-danger">
            <span aria-hidden>−</span>
            <span className="sr-only"> taken out: </span>
            {text}
            <span className="sr-only"> (end) </span>
          </del>
        )
      })}
    </>
  )
}
