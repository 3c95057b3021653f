"use client"
import type { ContestedClaimPage } from "../../../../../../lib/queries/contested-claim.ts"
import { Button } from "../../../../../_ui/button.tsx"
import { ButtonLink } from "../../../../../_ui/button-link.tsx"
import { Chip } from "../../../../../_ui/chip.tsx"
import { KeySign } from "../../../../../_ui/key-sign.tsx"
import { TextLink } from "../../../../../_ui/text-link.tsx"
import { LabelMark } from "../../../export/label-mark.tsx"
import { contestedAddress } from "../../_components/contested-address.ts"
import { TallyLine } from "../../_components/tally-line.tsx"

interface Props {
  readonly projectId: string
  readonly page: ContestedClaimPage
  readonly room: string
  readonly onHelp: () => void
}

/** Where the claim stands in the list and in the project, and the way to its neighbours. */
export function DeskHead({ projectId, page, room, onHelp }: Props) {
  const { neighbours, filter, card, votes, document } = page
  const { total, until, listed, next, previous } = neighbours
  const at = (unitId: string) => contestedAddress(projectId, filter, unitId)
  return (
    <header className="grid gap-4">
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3">
        <div>
          <h1 className="text-3xl">{card.state === "contested" ? "Contested claim" : "Claim"}</h1>
          <p className="text-soft">
            In <TextLink href={room}>{document.title}</TextLink>.{" "}
            <span className="figures">
              {listed ? `${until} of ${total}` : total === 0 ? "No other one" : `${total} others`}
            </span>{" "}
            in <TextLink href={contestedAddress(projectId, filter)}>the list</TextLink>.
          </p>
        </div>
        <nav aria-label="Contested claims" className="flex flex-wrap gap-2">
          {previous && (
            <ButtonLink size="small" href={at(previous)}>
              Previous <KeySign>p</KeySign>
            </ButtonLink>
          )}
          {next && (
            <ButtonLink size="small" href={at(next)}>
              Next <KeySign>n</KeySign>
            </ButtonLink>
          )}
          <Button size="small" kind="plain" onClick={onHelp}>
            Keys <KeySign>?</KeySign>
          </Button>
        </nav>
      </div>
      {!card.veiled && (
        <p className="flex flex-wrap items-center gap-x-4 gap-y-2">
          <Chip tone={card.state === "contested" ? "contested" : "plain"}>{stateWords[card.state]}</Chip>
          {card.verdict && <LabelMark label={card.verdict} />}
          <TallyLine votes={votes} />
        </p>
      )}
    </header>
  )
}

const stateWords: Readonly<Record<ContestedClaimPage["card"]["state"], string>> = {
  open: "nobody labelled it",
  "in-review": "in review",
  contested: "contested",
  blocked: "blocked by a flag",
  vetted: "vetted",
}
