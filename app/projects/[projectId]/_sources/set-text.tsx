import type { TextRun } from "../../../../lib/domain/text-run.ts"

/** Set text, run by run; never as markup. */
export function SetText({ runs }: { runs: readonly TextRun[] }) {
  let from = 0
  const placed = runs.map(run => {
    const at = from
    from += run.text.length
    return { ...run, at }
  })
  return (
    <span className="font-text wrap-anywhere">
      {placed.map(({ at, text, ...look }) => (
        <span key={`${at} ${text}`} className={lookOf(look)}>
          {text}
        </span>
      ))}
    </span>
  )
}

const lookOf = ({ italic, bold, smallCaps, raised }: Omit<TextRun, "text">) =>
  [
    italic && "italic",
    bold && "font-bold",
    smallCaps && "[font-variant-caps:small-caps]",
    raised === "up" && "align-super text-xs",
    raised === "down" && "align-sub text-xs",
  ]
    .filter(Boolean)
    .join(" ")
