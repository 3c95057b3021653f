import { textChange, wholeChange } from "./text-diff.ts"

interface Props {
  readonly before: string
  readonly after: string
  /** It is one choice of several and no text, so that it is replaced as a whole. */
  readonly whole?: boolean
}

/** A text with what was put in and taken out marked: underlined with a plus, struck out with a minus, and said aloud. */
export function ChangedText({ before, after, whole = false }: Props) {
  let at = 0
  if (before === "" && after === "") return <span className="text-soft">Nothing.</span>
  return (
    <>
      {(whole ? wholeChange : textChange)(before, after).map(({ text, what }) => {
        const key = at
        at += text.length
        if (what === "same") return <span key={key}>{text}</span>
        return what === "in" ? <PutIn key={key}>{text}</PutIn> : <TakenOut key={key}>{text}</TakenOut>
      })}
    </>
  )
}

/** Words that were put in: underlined with a plus, and said aloud. */
export const PutIn = ({ children }: { children: string }) => (
  <ins className={putInLook}>
    <Sign sign="+" words="put in" />
    <span className="underline decoration-documented decoration-2 underline-offset-3">{children}</span>
    <span className="sr-only"> (end) </span>
  </ins>
)

/** Words that were taken out: struck out with a minus, and said aloud. */
export const TakenOut = ({ children }: { children: string }) => (
  <del className={takenOutLook}>
    <Sign sign="−" words="taken out" />
    <span className="line-through decoration-danger">{children}</span>
    <span className="sr-only"> (end) </span>
  </del>
)

/** What the marks mean, each marked like what it stands for. */
export const ChangeLegend = () => (
  <>
    <span className={putInLook}>
      <span aria-hidden>+</span>
      <span className="underline decoration-documented decoration-2 underline-offset-3">put in</span>
    </span>{" "}
    and{" "}
    <span className={takenOutLook}>
      <span aria-hidden>−</span>
      <span className="line-through decoration-danger">taken out</span>
    </span>
  </>
)

const putInLook = "rounded-sm bg-documented-wash px-0.5 text-ink no-underline"
const takenOutLook = "rounded-sm bg-danger-wash px-0.5 text-ink no-underline"

const Sign = ({ sign, words }: { sign: string; words: string }) => (
  <>
    <span aria-hidden className="pr-px text-sm">
      {sign}
    </span>
    <span className="sr-only"> {words}: </span>
  </>
)
