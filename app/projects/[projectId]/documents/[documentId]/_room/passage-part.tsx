"use client"
import type { Card } from "../../../../../../lib/queries/claim-card.ts"
import { Button } from "../../../../../_ui/button.tsx"
import { Kbd } from "../../../../../_ui/kbd.tsx"
import { TextLink } from "../../../../../_ui/text-link.tsx"
import type { KeyAction } from "./keys.ts"
import type { OpenDialog } from "./room-dialogs.tsx"
import type { RoomState } from "./use-room.ts"

interface Props {
  readonly state: RoomState
  readonly card: Card | null
  readonly isClaim: boolean
  readonly act: (action: KeyAction) => void
  readonly open: (dialog: OpenDialog) => void
}

/** Corrects how the text was split, and takes back one's own steps. */
export function PassagePart({ state, card, isClaim, act, open }: Props) {
  const { offers } = state.room
  const tools: readonly { words: string; letter: string; action: KeyAction }[] = [
    { words: "Split", letter: "s", action: "split" },
    { words: "Move end", letter: "b", action: "boundary" },
    { words: "Merge with next", letter: "g", action: "merge" },
    { words: isClaim ? "Not a claim" : "Make it a claim", letter: "x", action: "not-a-claim" },
  ]
  return (
    <section>
      <h2 className="mb-2 label-caps">Passage</h2>
      <div className="flex flex-wrap gap-2">
        {offers["unit.edit"] && (
          <>
            {tools.map(({ words, letter, action }) => (
              <Button key={action} size="small" onClick={() => act(action)}>
                {words} <Kbd>{letter}</Kbd>
              </Button>
            ))}
            <Button size="small" onClick={() => open({ name: "kind" })}>
              Kind
            </Button>
            <Button size="small" onClick={() => void restore()}>
              Restore
            </Button>
          </>
        )}
        <Button size="small" onClick={() => act("undo")}>
          Undo <Kbd>u</Kbd>
        </Button>
        <Button size="small" onClick={() => act("redo")}>
          Redo <Kbd>U</Kbd>
        </Button>
      </div>
      {offers["preannotation.add"] && (
        <p className="mt-3 text-sm">
          <TextLink
            href={`/projects/${state.room.document.projectId}/documents/${state.room.document.id}/pre-annotations`}
          >
            Bring in pre-annotations …
          </TextLink>
        </p>
      )}
      {offers["unit.edit"] && (
        <p className="mt-3 text-sm">
          <TextLink href={`/projects/${state.room.document.projectId}/documents/${state.room.document.id}/resplit`}>
            Re-split the text …
          </TextLink>
        </p>
      )}
    </section>
  )

  async function restore() {
    if (!card) return
    const { id: unitId, version } = card.unit
    await state.send("/restore", { unitId, version }, { said: "Restored.", thenGoTo: unitId })
  }
}
