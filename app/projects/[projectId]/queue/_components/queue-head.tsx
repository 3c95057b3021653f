"use client"
import { useEffect, useLayoutEffect, useRef, useState } from "react"
import type { ClaimGiven } from "../../../../../lib/domain/queue-progress.ts"
import { skipReasonWords } from "../../../../../lib/domain/skip.ts"
import { api } from "../../../../_ui/api.ts"
import { Button } from "../../../../_ui/button.tsx"
import { Chip } from "../../../../_ui/chip.tsx"
import { Dialog } from "../../../../_ui/dialog.tsx"
import { Kbd } from "../../../../_ui/kbd.tsx"
import { usePageKeys } from "../../../../_ui/page-keys.ts"
import { toast } from "../../../../_ui/toast.ts"
import { isForPage, queueKeys } from "../../documents/[documentId]/_room/keys.ts"
import type { Hand } from "../../documents/[documentId]/_room/reading-room.tsx"
import { trouble } from "../../documents/[documentId]/_room/use-room.ts"
import { SkipForm } from "./skip-form.tsx"

interface Props {
  readonly projectId: string
  readonly claim: ClaimGiven
  readonly expired: boolean
  readonly busy: boolean
  readonly hand: Hand
  /** Hears that the claim was gone to. */
  readonly onArrived: (unitId: string) => void
  /** Hears that the claim has one's label, by its id, or has none. */
  readonly onLabelled: (unitId: string | null) => void
  readonly next: () => Promise<void>
}

/** Why this claim comes now, and the way on: to the next one when it is labelled, or past it with a reason. */
export function QueueHead({ projectId, claim, expired, busy, hand, onArrived, onLabelled, next }: Props) {
  const [typed, setTyped] = useState(false)
  const { state, show, pick, inTurn, dropTyped, covered: skipping, cover: setSkipping } = hand
  const { room, currentId, card, refresh, renew, renewed } = state
  const { unitId } = claim
  const here = currentId === unitId
  const mine = here ? (card?.unit.id === unitId ? card.mine : null) : null
  const labelled = here ? mine !== null : Boolean(room.units.find(({ id }) => id === unitId)?.mine)
  const close = () => {
    setSkipping(false)
    setTyped(false)
  }
  const forward = (goBack: (unitId: string) => void) => {
    if (!here) goBack(unitId)
    else if (labelled) void next()
    else setSkipping(true)
  }
  const act = (key: string) => {
    if (skipping || busy) return
    if (key === "p" && here && !labelled) setSkipping(true)
    else forward(show)
  }
  const now = { show, refresh, renew, renewed, room, here, onLabelled, onArrived, act, dropTyped }
  const latest = useRef(now)
  useLayoutEffect(() => {
    latest.current = now
  })
  const lastKey = useRef("")
  usePageKeys(event => {
    const { key } = event
    if (!isForPage(event)) return
    const again = key === lastKey.current
    lastKey.current = key
    if (!queueKeys.some(one => one.key === key)) return
    event.preventDefault()
    // Pressed again since nothing seems to happen: it is on its way, and not meant for the claim after it.
    if (again && (busy || state.busy)) return
    inTurn(here ? "unchanging card" : "nothing", () => latest.current.act(key))
  })
  // The queue gave another claim of this text, perhaps one that was cut since the text was read.
  useEffect(() => {
    const isThere = () => latest.current.room.units.some(({ id }) => id === unitId)
    const arrive = async () => {
      await (isThere() ? null : latest.current.refresh())
      if (!isThere() && latest.current.renewed !== null) await latest.current.renew()
      const { show, dropTyped, onArrived } = latest.current
      if (isThere()) show(unitId)
      else {
        dropTyped()
        toast({ text: "The queue’s claim could not be read. Load the page again.", kind: "trouble" })
      }
      onArrived(unitId)
    }
    if (latest.current.here) latest.current.onArrived(unitId)
    else void arrive()
  }, [unitId])
  useEffect(() => latest.current.onLabelled(labelled ? unitId : null), [labelled, unitId])

  const putBack = async () => {
    const back = await api.post(`/projects/${projectId}/queue/skip/withdraw`, { unitId })
    if (!back.ok) return trouble(back.failure)
    toast({ text: "The claim is back in your queue." })
  }
  return (
    <section
      aria-label="Queue"
      className="grid gap-3 border-b border-rule bg-wash px-5 py-4 max-md:gap-2 max-md:py-3 max-md:text-sm md:px-6.5"
    >
      <p role="status">
        {claim.why} {claim.standing}
      </p>
      {claim.assigned && (
        <p>
          <Chip>assigned to you</Chip>
        </p>
      )}
      {claim.skip && (
        <p className="text-soft">
          You skipped it: {skipReasonWords[claim.skip.reason]}
          {claim.skip.note && <> (“{claim.skip.note}”)</>}.
        </p>
      )}
      {expired && !labelled && (
        <p className="border-l-3 border-line pl-3">
          You were away for a while, so the queue may give this claim to somebody else too. You can still label it.
        </p>
      )}
      {labelled && here && (
        <p>
          You say <b>{mine?.label}</b>. Give the reason and the sources, or go on.
        </p>
      )}
      <p className="flex flex-wrap gap-2">
        {!here ? (
          <Button kind="primary" size="small" onClick={() => forward(pick)}>
            Back to the queue’s claim <Kbd>n</Kbd>
          </Button>
        ) : labelled ? (
          <Button kind="primary" size="small" busy={busy} onClick={() => forward(pick)}>
            Next claim of the queue <Kbd>n</Kbd>
          </Button>
        ) : (
          <Button size="small" busy={busy} onClick={() => setSkipping(true)}>
            Skip <Kbd>p</Kbd>
          </Button>
        )}
        {claim.skip && !labelled && (
          <Button size="small" kind="plain" onClick={() => void putBack()}>
            Put it back into the queue
          </Button>
        )}
      </p>
      <Dialog open={skipping} onClose={close} title="Skip the claim" dirty={typed}>
        <SkipForm
          projectId={projectId}
          unitId={unitId}
          onTyped={setTyped}
          onDone={() => {
            close()
            toast({ text: "Skipped.", action: { label: "Take back", onPress: () => void putBack() } })
            void next()
          }}
        />
      </Dialog>
    </section>
  )
}
