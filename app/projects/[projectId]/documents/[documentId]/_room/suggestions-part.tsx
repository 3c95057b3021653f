import { plainRationale, type RationaleNode } from "../../../../../../lib/domain/rationale.ts"
import type { Card } from "../../../../../../lib/queries/claim-card.ts"
import { Button } from "../../../../../_ui/button.tsx"
import { LabelMark } from "../../../export/label-mark.tsx"
import type { RoomState } from "./use-room.ts"

export type Suggestion = Card["suggestions"][number]

interface Props {
  readonly state: RoomState
  readonly card: Card
  /** Puts a suggestion into one's own form, where nothing is saved yet. */
  readonly onAccept: (suggestion: Suggestion) => void
}

/** What files suggest for the claim, to be taken up as one's own words or put away. */
export function SuggestionsPart({ state, card, onAccept }: Props) {
  const { suggestions, unit } = card
  if (suggestions.length === 0) return null
  const dismiss = (preAnnotationId: string) =>
    void state.send(
      `/pre-annotations/${preAnnotationId}/dismiss`,
      { unitId: unit.id },
      { said: "Suggestion dismissed." },
    )
  return (
    <div className="mb-3">
      <h3 className="mb-1 text-sm text-soft">Suggested by files, said by nobody here</h3>
      <ul aria-label="Suggestions" className="grid gap-3">
        {suggestions.map(one => (
          <li key={one.id} className="border-l-2 border-rule pl-3 text-sm wrap-anywhere">
            <p>
              <LabelMark label={one.label} />{" "}
              <span className="text-soft">· from {[one.file, one.author].filter(Boolean).join(", by ")}</span>
            </p>
            {one.words && <p className="text-soft">On the words “{one.words}”.</p>}
            {one.text && <p className="whitespace-pre-line">{one.text}</p>}
            <p className="mt-1 flex gap-2">
              <Button size="small" onClick={() => onAccept(one)}>
                Accept
              </Button>
              <Button kind="plain" size="small" onClick={() => dismiss(one.id)}>
                Dismiss
              </Button>
            </p>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** One's own reason with what a suggestion says below it; null when it says nothing. */
export function reasonWith(own: RationaleNode | null, { text }: Suggestion): RationaleNode | null {
  if (text === "") return null
  const said = plainRationale(text)
  return own ? { ...own, content: [...(own.content ?? []), ...(said.content ?? [])] } : said
}
