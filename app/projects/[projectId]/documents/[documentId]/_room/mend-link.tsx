"use client"
import { type Mend, mendWords } from "../../../../../../lib/domain/condition.ts"
import type { Card } from "../../../../../../lib/queries/claim-card.ts"
import { Button } from "../../../../../_ui/button.tsx"
import { TextLink } from "../../../../../_ui/text-link.tsx"
import type { OpenDialog } from "./room-dialogs.tsx"
import type { RoomState } from "./use-room.ts"

interface Props {
  readonly mend: Mend
  readonly state: RoomState
  readonly card: Card
  readonly open: (dialog: OpenDialog) => void
}

/** The way to what would mend a condition that is not met; nothing for people who may not go it. */
export function MendLink({ mend, state, card, open }: Props) {
  const { offers, document, me } = state.room
  const words = mendWords[mend.kind]
  const button = (dialog: OpenDialog) => (
    <Button size="small" kind="plain" onClick={() => open(dialog)}>
      {words}
    </Button>
  )
  switch (mend.kind) {
    case "cite":
      return offers["citation.give"] ? button({ name: "cite", stance: mend.stance }) : null
    case "rate-citation": {
      const citation = card.citations.find(({ id }) => id === mend.citationId)
      if (citation && citation.authorId === me && citation.unitId === card.unit.id)
        return button({ name: "cite", citation })
      return <TextLink href="#evidence">See the citation</TextLink>
    }
    case "annotate":
    case "give-reason":
      return offers["annotation.give"] ? <TextLink href="#annotation">{words}</TextLink> : null
    case "grade-source":
      return <TextLink href={`/projects/${document.projectId}/sources/${mend.sourceId}#grade`}>{words}</TextLink>
    case "lineage":
      return <TextLink href={`/projects/${document.projectId}/sources/${mend.sourceId}#lineage`}>{words}</TextLink>
    case "adjudicate":
      return offers["claim.adjudicate"] ? button({ name: "adjudicate" }) : null
    case "answer-flag":
      return <TextLink href="#flags">{words}</TextLink>
  }
}
