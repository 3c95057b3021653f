import type { Card } from "../../../../../../lib/queries/claim-card.ts"
import type { Room } from "../../../../../../lib/queries/reading-room.ts"
import { Button } from "../../../../../_ui/button.tsx"
import { Kbd } from "../../../../../_ui/kbd.tsx"
import type { KeyAction } from "./keys.ts"

interface Props {
  readonly room: Room
  readonly card: Card
  readonly act: (action: KeyAction) => void
}

/** The sub-claims that the splitter proposes, each on its line, and the one press that makes them so. */
export function ClausesPart({ room, card, act }: Props) {
  const { text, language } = room.document
  return (
    <section aria-labelledby="sub-claims">
      <h2 id="sub-claims" className="mb-2 label-caps">
        Sub-claims
      </h2>
      <ol
        className="grid gap-1.5 border-l border-rule pl-3 font-text break-words"
        lang={language === "und" ? undefined : language}
      >
        {card.clauses.map(({ start, end, subject }) => (
          <li key={start}>
            {subject && (
              <>
                <span className="text-soft">[{text.slice(subject.start, subject.end)}]</span>{" "}
              </>
            )}
            {text.slice(start, end)}
          </li>
        ))}
      </ol>
      <p className="mt-2 mb-3 text-sm text-soft">
        This is a proposal: people agree on sub-claims only so far, so read the lines before you split.
      </p>
      <Button size="small" onClick={() => act("divide")}>
        Split into {card.clauses.length} sub-claims <Kbd>d</Kbd>
      </Button>
    </section>
  )
}
