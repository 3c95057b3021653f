import type { Piece } from "../../../../../../../lib/domain/text-difference.ts"
import { ChangeLegend, PutIn, TakenOut } from "../../../../../../_ui/changed-text.tsx"

interface Props {
  readonly pieces: readonly Piece[]
  /** Pieces that are left out. */
  readonly more: number
  readonly language: string
}

/** What two texts differ in, in the order of the text; long stretches that both have are folded. */
export function TextChanges({ pieces, more, language }: Props) {
  const keyed = pieces.map((piece, at) => ({ piece, key: at }))
  return (
    <div className="grid gap-4">
      <p className="text-sm text-soft">
        Marked: <ChangeLegend />. Stretches that both have are folded.
      </p>
      <div
        className="border-y border-rule py-4 font-text text-lg whitespace-pre-wrap wrap-anywhere"
        lang={language === "und" ? undefined : language}
      >
        {keyed.map(({ piece: { kind, text, folded }, key }) =>
          kind === "inserted" ? (
            <PutIn key={key}>{text}</PutIn>
          ) : kind === "deleted" ? (
            <TakenOut key={key}>{text}</TakenOut>
          ) : (
            <span key={key}>
              {text}
              {folded && (
                <>
                  <span className="my-2 block border-l-2 border-rule pl-3 font-ui text-sm text-soft">
                    {folded.characters.toLocaleString("en")} characters are the same
                  </span>
                  {folded.end}
                </>
              )}
            </span>
          ),
        )}
      </div>
      {more > 0 && <p className="text-soft">{more.toLocaleString("en")} more pieces are not shown.</p>}
    </div>
  )
}
