"use client"
import { flagReasonWords } from "../../../../../../lib/domain/flag-words.ts"
import type { Card } from "../../../../../../lib/queries/claim-card.ts"
import { Button } from "../../../../../_ui/button.tsx"
import { Kbd } from "../../../../../_ui/kbd.tsx"
import { TextLink } from "../../../../../_ui/text-link.tsx"
import { FoldedDiscussion } from "../../../_discussion/folded-discussion.tsx"
import { flagPlace } from "../../../_discussion/talk-place.ts"
import type { DiscussionState } from "../../../_discussion/use-discussion.ts"
import type { KeyAction } from "./keys.ts"
import type { OpenDialog } from "./room-dialogs.tsx"
import type { RoomState } from "./use-room.ts"

interface Props {
  readonly state: RoomState
  readonly card: Card
  readonly act: (action: KeyAction) => void
  readonly open: (dialog: OpenDialog) => void
  readonly talk: DiscussionState
}

/** The flags on the passage, with what can be done about them. */
export function FlagList({ state, card, act, open, talk }: Props) {
  const { room, send } = state
  return (
    <section id="flags">
      <div className="mb-2 flex items-baseline justify-between">
        <h2 className="label-caps">Flags</h2>
        {room.offers["flag.raise"] && (
          <Button size="small" kind="plain" onClick={() => act("flag")}>
            Flag it <Kbd>f</Kbd>
          </Button>
        )}
      </div>
      {card.flags.length + card.ruleFlags.length === 0 && <p className="text-soft">No flag on this passage.</p>}
      <ul className="grid gap-3">
        {card.flags.map(flag => (
          <li key={flag.id}>
            <p className={flag.status === "open" ? "" : "text-soft"}>
              <b>
                <span aria-hidden="true">⚑ </span>
                {flagReasonWords[flag.reason]}
              </b>{" "}
              · {flag.status}
              {flag.blocking && flag.status === "open" && " · blocks the verdict"} · {flag.raiser}
            </p>
            {flag.note && <p className="font-text">{flag.note}</p>}
            {flag.answer && (
              <p className="text-sm">
                {flag.answerer} answered: {flag.answer}
              </p>
            )}
            {flag.status === "open" && (
              <p className="mt-1 flex gap-3">
                {room.offers["flag.answer"] && (
                  <Button size="small" onClick={() => open({ name: "answer", flag })}>
                    Answer
                  </Button>
                )}
                {flag.raisedBy === room.me && (
                  <Button
                    size="small"
                    kind="plain"
                    onClick={() =>
                      void send(`/flags/${flag.id}/withdraw`, { version: flag.version }, { said: "Flag withdrawn." })
                    }
                  >
                    Withdraw
                  </Button>
                )}
              </p>
            )}
            <div className="mt-2">
              <FoldedDiscussion
                place={flagPlace(room.document.projectId, room.document.id, flag.id)}
                state={talk}
                threads={talk.discussion?.threads.filter(({ flagId }) => flagId === flag.id) ?? []}
                about={`the flag “${flagReasonWords[flag.reason]}”`}
                none={null}
              />
            </div>
          </li>
        ))}
        {card.ruleFlags.map(({ id, reason, found }) => (
          <li key={id}>
            <p>
              <span aria-hidden="true">⚑ </span>
              Raised by rule: <b>{flagReasonWords[reason]}</b>
            </p>
            {found && <p className="text-sm text-soft">{found} It blocks no verdict.</p>}
            <p className="text-sm">
              <TextLink
                href={`/projects/${room.document.projectId}/flags?by=rules&reason=${reason}&document=${room.document.id}`}
                prefetch={false}
              >
                {room.offers["flag.answer"] ? "Answer it at the flag desk" : "See it at the flag desk"}
              </TextLink>
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}
