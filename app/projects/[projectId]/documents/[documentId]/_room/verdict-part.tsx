"use client"
import { wayWords } from "../../../../../../lib/domain/decision-way.ts"
import { bearingQuestions } from "../../../../../../lib/domain/said-and-so.ts"
import type { Card } from "../../../../../../lib/queries/claim-card.ts"
import { Button } from "../../../../../_ui/button.tsx"
import { TextLink } from "../../../../../_ui/text-link.tsx"
import { Time } from "../../../../../_ui/time.tsx"
import { LabelMark } from "../../../export/label-mark.tsx"
import { ConditionList } from "./condition-list.tsx"
import { LabelNeeds } from "./label-needs.tsx"
import { OpinionLine } from "./opinion-line.tsx"
import type { OpenDialog } from "./room-dialogs.tsx"
import type { RoomState } from "./use-room.ts"

interface Props {
  readonly state: RoomState
  readonly card: Card
  readonly open: (dialog: OpenDialog) => void
}

/** The verdict on whether the one that the claim is ascribed to said it, which is another question. */
function SaidVerdict({ said, ...rest }: Props & { readonly said: NonNullable<Card["said"]> }) {
  return (
    <div className="mt-4 border-t border-rule pt-3">
      <h3 className="mb-2 label-caps">{bearingQuestions.said}</h3>
      <p className="mb-2">
        {said.verdict ? <LabelMark label={said.verdict} /> : <span className="text-soft">No verdict on this yet.</span>}
      </p>
      <ConditionList conditions={said.conditions} {...rest} />
    </div>
  )
}

const standing: Record<Card["state"], string> = {
  open: "Nobody has labelled it yet.",
  "in-review": "In review: no verdict yet.",
  contested: "Contested: the reviewers disagree.",
  blocked: "A verdict stands, and a flag blocks it.",
  vetted: "Vetted.",
}

/** What the project says about the claim, on which conditions, and what an editor can do about it. */
export function VerdictPart({ state, card, open }: Props) {
  const decision = card.adjudications.find(one => one.current)
  return (
    <section>
      <h2 className="mb-2 label-caps">{card.state === "vetted" ? "Verdict" : "What the verdict still needs"}</h2>
      <p className="mb-2">
        {card.verdict ? (
          <>
            <LabelMark label={card.verdict} />{" "}
            <span className="text-soft">
              {card.verdictBy === "policy" ? "by the policy" : "by adjudication"}
              {card.state === "blocked" && ", blocked by a flag"}
            </span>
          </>
        ) : (
          <span className="text-soft">{standing[card.state]}</span>
        )}
      </p>
      {card.reopened && (
        <p className="mb-3 border-l-2 border-accent pl-3 text-sm">
          It was <LabelMark label={card.reopened.label} />. The verdict fell when <b>{card.reopened.actor}</b>{" "}
          {card.reopened.sentence} <Time at={card.reopened.at} precision="minute" />
        </p>
      )}
      <ConditionList conditions={card.conditions} state={state} card={card} open={open} />
      {card.findings.map(({ sentence }) => (
        <p key={sentence} className="mt-2 grid grid-cols-[20px_1fr]">
          <span aria-hidden="true" className="text-contested">
            ◆
          </span>
          <span>{sentence}</span>
        </p>
      ))}
      <LabelNeeds state={state} card={card} open={open} />
      <OpinionLine
        key={card.unit.id}
        projectId={state.room.document.projectId}
        documentId={state.room.document.id}
        card={card}
      />
      {card.said && <SaidVerdict said={card.said} state={state} card={card} open={open} />}
      {state.room.offers["claim.adjudicate"] && (
        <p className="mt-3 flex gap-3">
          <Button size="small" onClick={() => open({ name: "adjudicate" })}>
            {decision ? "Decide again" : "Adjudicate"}
          </Button>
          {decision && (
            <Button
              size="small"
              kind="plain"
              onClick={() =>
                void state.send(
                  "/adjudication/reopen",
                  { unitId: card.unit.id, seen: decision.id },
                  { said: "Reopened." },
                )
              }
            >
              Reopen
            </Button>
          )}
        </p>
      )}
      {card.adjudications.length + card.others.length > 0 && (
        <p className="mt-3">
          <TextLink href={`/projects/${state.room.document.projectId}/contested/${card.unit.id}`}>
            What each annotator says, side by side
          </TextLink>
        </p>
      )}
      {card.adjudications.map(({ id, editor, label, reason, how, follows, current, createdAt, ender, endedAt }) => (
        <p key={id} className={`mt-3 border-l-2 pl-3 ${current ? "border-accent" : "border-rule text-soft"}`}>
          <span className="text-sm text-soft">
            {editor} {current ? "decided" : "had decided"}, <Time at={createdAt} precision="minute" />
          </span>
          <span className="block">
            <LabelMark label={label} />
            {how && (
              <span className="text-sm text-soft">
                {" "}
                ·{" "}
                {wayWords(
                  how,
                  follows.map(({ name }) => name),
                )}
              </span>
            )}
          </span>
          <span className="block font-text">{reason}</span>
          {endedAt && (
            <span className="block text-sm">
              Reopened or replaced by {ender}, <Time at={endedAt} precision="minute" />
            </span>
          )}
        </p>
      ))}
    </section>
  )
}
