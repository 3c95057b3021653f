import type { TextRun } from "../../../../lib/domain/text-run.ts"

/** Set text, run by run; never as markup. */
export function SetText({ runs }: { runs: readonly TextRun[] }) {
  return (
    <span className="font-text wrap-anywhere">
      {runs.map(({ text, italic, bold, smallCaps, raised }, at) => {
        const look = [
          italic && "italic",
          bold && "font-bold",
          smallCaps && "[font-variant-caps:small-caps]",
          raised === "up" && "align-super text-xs",
          raised === "down" && "align-sub text-xs",
        ].filter(Boolean)
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: runs have no other identity and never move.
          <span key={at} {...(look.length > 0 && { className: look.join(" ") })}>
            {text}
          </span>
        )
      })}
    </span>
  )
}
