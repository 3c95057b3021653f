"use client"
import { linkWords } from "../../../../../../lib/domain/claim-link.ts"
import { flagReasonWords } from "../../../../../../lib/domain/flag-words.ts"
import { stanceSigns, stanceWords } from "../../../../../../lib/domain/stance-words.ts"
import type { ContestedClaimPage } from "../../../../../../lib/queries/contested-claim.ts"
import { TextLink } from "../../../../../_ui/text-link.tsx"
import { DiscussionPart } from "../../../_discussion/discussion-part.tsx"
import { claimPlace } from "../../../_discussion/talk-place.ts"
import { useDiscussion } from "../../../_discussion/use-discussion.ts"
import { LabelMark } from "../../../export/label-mark.tsx"
import { annotatorsOf } from "./annotators.ts"
import { CitedBy } from "./cited-by.tsx"

interface Props {
  readonly projectId: string
  readonly page: ContestedClaimPage
}

/** The evidence that no annotator brought, that of claims that say the same, what contradicts the claim, and its flags. */
export function MoreOnClaim({ projectId, page }: Props) {
  const { card } = page
  const people = new Set(annotatorsOf(page).map(({ reviewerId }) => reviewerId))
  const citations = card.citations.filter(({ authorId }) => !people.has(authorId))
  if (citations.length + card.shared.length + card.links.length + card.flags.length === 0) return null
  const place = (documentId: string, unitId: string) => `/projects/${projectId}/documents/${documentId}?unit=${unitId}`
  return (
    <div className="grid gap-8 md:grid-cols-2">
      {citations.length > 0 && (
        <section aria-labelledby="others-cite">
          <h2 id="others-cite" className="mb-2 label-caps">
            Cited by others
          </h2>
          <CitedBy
            projectId={projectId}
            citations={citations}
            order={card.citations.map(({ id }) => id)}
            unitId={card.unit.id}
            none=""
            named
          />
        </section>
      )}
      {card.shared.length > 0 && (
        <section aria-labelledby="shared">
          <h2 id="shared" className="mb-2 label-caps">
            Cited on the same claim elsewhere
          </h2>
          <ul className="grid gap-2 text-sm">
            {card.shared.map(({ id, stance, source, document, documentId, unitId, author }) => (
              <li key={id} className="break-words">
                <span aria-hidden="true">{stanceSigns[stance]}</span> {source}{" "}
                <span className="text-soft">
                  {stanceWords[stance]} · {author} · <TextLink href={place(documentId, unitId)}>{document}</TextLink>
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {card.links.length > 0 && (
        <section aria-labelledby="links">
          <h2 id="links" className="mb-2 label-caps">
            This claim and others
          </h2>
          <ul className="grid gap-3 text-sm">
            {card.links.map(({ linkId, kind, reason, unitId, documentId, quote, verdict }) => (
              <li key={linkId} className="break-words">
                <p className="text-soft">{linkWords[kind]}</p>
                <p className="font-text">
                  <TextLink kind="quiet" href={place(documentId, unitId)}>
                    “{quote.trim()}”
                  </TextLink>{" "}
                  {verdict && <LabelMark label={verdict} />}
                </p>
                {reason && <p>{reason}</p>}
              </li>
            ))}
          </ul>
        </section>
      )}
      {card.flags.length > 0 && (
        <section aria-labelledby="flags">
          <h2 id="flags" className="mb-2 label-caps">
            Flags
          </h2>
          <ul className="grid gap-2 text-sm">
            {card.flags.map(({ id, reason, status, blocking, raiser, note, answer }) => (
              <li key={id} className="break-words">
                <span aria-hidden="true">⚑ </span>
                {flagReasonWords[reason]}
                <span className="text-soft">
                  {" "}
                  · {status}
                  {blocking && status === "open" && " · blocks the verdict"} · {raiser}
                </span>
                {note && <p className="font-text">{note}</p>}
                {answer && <p>Answered: {answer}</p>}
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}

/** What is discussed about the claim, questions to its annotators among it. */
export function TalkOnClaim({ projectId, page }: Props) {
  const place = claimPlace(projectId, page.document.id, page.card.unit.id)
  const state = useDiscussion(place.at, page)
  return (
    <section id="discussion" aria-labelledby="talk" className="max-w-[42rem]">
      <h2 id="talk" className="mb-3 text-xl">
        Discussion
      </h2>
      <DiscussionPart
        place={place}
        state={state}
        threads={state.discussion?.threads.filter(({ flagId }) => flagId === null) ?? []}
        none="Nobody discussed this claim yet."
      />
    </section>
  )
}
