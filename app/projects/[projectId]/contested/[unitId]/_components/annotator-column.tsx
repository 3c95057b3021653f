"use client"
import type { ReactNode } from "react"
import type { ContestedClaimPage } from "../../../../../../lib/queries/contested-claim.ts"
import { Button } from "../../../../../_ui/button.tsx"
import { ChangedText } from "../../../../../_ui/changed-text.tsx"
import { Checkbox } from "../../../../../_ui/checkbox.tsx"
import { classNames } from "../../../../../_ui/class-names.ts"
import { Time } from "../../../../../_ui/time.tsx"
import { RationaleText } from "../../../documents/[documentId]/_room/rationale-text.tsx"
import { LabelMark } from "../../../export/label-mark.tsx"
import { type Annotator, nameOf } from "./annotators.ts"
import { CitedBy } from "./cited-by.tsx"
import type { Decision } from "./use-decision.ts"

interface Props {
  readonly projectId: string
  readonly page: ContestedClaimPage
  readonly annotator: Annotator
  /** Against whose rationale this one is held. */
  readonly against: Annotator | null
  /** Null for who may not decide. */
  readonly decision: Decision | null
}

/** What one annotator says of the claim and cites for it, and what they said of it before. */
export function AnnotatorColumn({ projectId, page, annotator, against, decision }: Props) {
  const { reviewerId, label, confidence, blind, said, createdAt, rationale, rationaleText } = annotator
  const { card, me } = page
  const name = nameOf(annotator, me)
  const earlier = card.earlier.filter(one => one.reviewerId === reviewerId)
  const follows = decision?.words.follows.includes(reviewerId) ?? false
  const ids = card.citations.map(({ id }) => id)
  return (
    <section
      aria-label={name}
      className={classNames(
        "grid min-w-0 content-start gap-4 border-t-3 bg-sheet px-4 pt-3 pb-4 sm:w-76 sm:shrink-0 sm:grow sm:basis-76",
        follows ? "border-accent" : "border-rule",
      )}
    >
      <div>
        <h3 className="text-lg font-semibold break-words">{name}</h3>
        <p>
          <LabelMark label={label} /> <span className="text-soft">· {confidence} confidence</span>
        </p>
        <p className="text-sm text-soft">
          {blind ? "given blind" : "given in sight of others"} · <Time at={createdAt} precision="minute" />
          {said && ` · that it was said: ${said}`}
        </p>
      </div>
      <Part title="Reason">
        {rationaleText.trim() === "" ? (
          <p className="text-soft">No reason is given.</p>
        ) : against && against.reviewerId !== reviewerId ? (
          <p className="font-text break-words whitespace-pre-wrap">
            <ChangedText before={against.rationaleText} after={rationaleText} />
          </p>
        ) : (
          <div className="break-words">
            <RationaleText rationale={rationale} citations={ids} />
          </div>
        )}
      </Part>
      <Part title="Cites">
        <CitedBy
          projectId={projectId}
          citations={card.citations.filter(({ authorId }) => authorId === reviewerId)}
          order={ids}
          unitId={card.unit.id}
          none="Nothing of their own."
        />
      </Part>
      {earlier.length > 0 && (
        <details>
          <summary className="cursor-pointer text-sm text-soft">
            {earlier.length} earlier {earlier.length === 1 ? "state" : "states"}
          </summary>
          <ul className="mt-2 grid gap-3 text-sm">
            {earlier.map(one => (
              <li key={one.id}>
                <LabelMark label={one.label} />{" "}
                <span className="text-soft">
                  · {one.confidence} confidence · <Time at={one.createdAt} precision="minute" />
                </span>
                {one.rationaleText && <p className="font-text break-words">{one.rationaleText}</p>}
              </li>
            ))}
          </ul>
        </details>
      )}
      {decision && (
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2 border-t border-rule pt-3">
          <Button
            size="small"
            aria-label={`Take this: the label and reasons of ${name}`}
            onClick={() => decision.follow([reviewerId])}
          >
            Take this
          </Button>
          <Checkbox
            label={<>Follow{<span className="sr-only"> {name}</span>}</>}
            checked={follows}
            onChange={({ target }) =>
              decision.follow(
                target.checked
                  ? [...decision.words.follows, reviewerId]
                  : decision.words.follows.filter(id => id !== reviewerId),
              )
            }
          />
          <Button
            size="small"
            kind="plain"
            aria-label={`Quote ${name} in the reason`}
            onClick={event => decision.quote(`${annotator.reviewer}: ${wordsIn(event.currentTarget, rationaleText)}`)}
          >
            Quote
          </Button>
        </div>
      )}
    </section>
  )
}

/** What is selected in the column, or all of the reason. */
function wordsIn(button: HTMLElement, all: string): string {
  const selection = document.getSelection()
  const column = button.closest("section")
  const words = selection?.toString().trim() ?? ""
  return words !== "" && column?.contains(selection?.anchorNode ?? null) ? words : all.trim()
}

const Part = ({ title, children }: { title: string; children: ReactNode }) => (
  <div>
    <h4 className="mb-1.5 label-caps">{title}</h4>
    {children}
  </div>
)
