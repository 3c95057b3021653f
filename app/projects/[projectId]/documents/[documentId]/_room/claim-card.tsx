"use client"
import { stageWords } from "../../../../../../lib/domain/norming.ts"
import type { Card } from "../../../../../../lib/queries/claim-card.ts"
import { PeopleOnClaim } from "../../../../../_live/people-here.tsx"
import { Kbd } from "../../../../../_ui/kbd.tsx"
import { TextLink } from "../../../../../_ui/text-link.tsx"
import { claimPlace } from "../../../_discussion/talk-place.ts"
import { useDiscussion } from "../../../_discussion/use-discussion.ts"
import { AnnotationPart } from "./annotation-part.tsx"
import { CardHead } from "./card-head.tsx"
import { CitationList } from "./citation-list.tsx"
import { ClausesPart } from "./clauses-part.tsx"
import { FlagList } from "./flag-list.tsx"
import type { KeyAction } from "./keys.ts"
import { LinkedClaims } from "./linked-claims.tsx"
import { OthersPart } from "./others-part.tsx"
import { PassagePart } from "./passage-part.tsx"
import type { OpenDialog } from "./room-dialogs.tsx"
import { SaidElsewhere } from "./said-elsewhere.tsx"
import { TalkPart } from "./talk-part.tsx"
import type { LabelActions } from "./use-label.ts"
import type { RoomState } from "./use-room.ts"
import { VerdictPart } from "./verdict-part.tsx"

export interface CardProps extends LabelActions {
  readonly state: RoomState
  readonly act: (action: KeyAction) => void
  readonly open: (dialog: OpenDialog) => void
  /** Goes to a claim of the text and brings it into sight. */
  readonly show: (unitId: string) => void
  /** Asks to write in the passage's discussion when it is another number. */
  readonly writing: number
  /** Hears that there is no field to write in. */
  readonly noField: () => void
}

/** The claim at hand, top down as the work goes. */
export function ClaimCard(props: CardProps) {
  const { state, act, open, show } = props
  const { room, currentId, card } = state
  const { offers } = room
  const unit = room.units.find(one => one.id === currentId)
  if (!unit)
    return (
      <p className="p-6 text-soft">
        Choose a claim in the text, or press <Kbd>j</Kbd>.
      </p>
    )
  const isClaim = unit.kind === "claim"
  return (
    <div className="grid gap-6 p-5 md:px-6.5 md:pt-6 md:pb-10" aria-busy={card === null}>
      <CardHead room={room} unit={unit} card={card} act={act} />
      <PeopleOnClaim projectId={room.document.projectId} unitId={unit.id} />
      {!card && <p className="text-soft">Reading the card …</p>}
      {card?.round && (
        <p className="text-sm text-soft">
          In the norming round{" "}
          <TextLink href={`/projects/${room.document.projectId}/norming/${card.round.id}`}>{card.round.name}</TextLink>:{" "}
          {stageWords[card.round.stage]}.
        </p>
      )}
      {card && isClaim && <SaidElsewhere key={`elsewhere ${unit.id}`} state={state} card={card} show={show} />}
      {card && !isClaim && (
        <p className="text-soft">
          This passage is not a claim, so it takes no label.{" "}
          {offers["unit.edit"] && "Press x, or the button below, to make it one."}
        </p>
      )}
      {card && isClaim && (
        <>
          {offers["annotation.give"] ? (
            <AnnotationPart key={unit.id} {...props} card={card} />
          ) : (
            <p className="text-soft">Reviewers label claims. You may read and export.</p>
          )}
          <OthersPart card={card} me={room.me} give={offers["annotation.give"] ? props.give : null} />
          <CitationList state={state} card={card} open={open} show={show} />
          <LinkedClaims state={state} card={card} show={show} />
          {!card.veiled && <VerdictPart state={state} card={card} open={open} />}
        </>
      )}
      {card && <Talk key={`talk ${unit.id}`} {...props} card={card} />}
      {card && card.clauses.length > 1 && offers["unit.edit"] && <ClausesPart room={room} card={card} act={act} />}
      {offers["annotation.give"] && <PassagePart state={state} card={card} isClaim={isClaim} act={act} open={open} />}
      <p className="text-sm">
        <TextLink
          href={`/projects/${room.document.projectId}/documents/${room.document.id}/claims/${unit.id}/history`}
          prefetch={false}
        >
          History of this passage
        </TextLink>
      </p>
    </div>
  )
}

/** Flags and discussion, which are read together, and again whenever the card was. */
function Talk({ state, card, act, open, writing, noField }: CardProps & { card: Card }) {
  const { id, projectId } = state.room.document
  const talk = useDiscussion(claimPlace(projectId, id, card.unit.id).at, card)
  return (
    <>
      <FlagList state={state} card={card} act={act} open={open} talk={talk} />
      <TalkPart state={state} card={card} talk={talk} writing={writing} noField={noField} />
    </>
  )
}
