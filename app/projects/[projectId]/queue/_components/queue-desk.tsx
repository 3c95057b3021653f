"use client"
import { useMemo, useState } from "react"
import { packUnits } from "../../../../../lib/domain/packed-units.ts"
import type { QueuePage } from "../../../../../lib/queries/queue.ts"
import { Button } from "../../../../_ui/button.tsx"
import { FormError } from "../../../../_ui/form-error.tsx"
import { PageFrame } from "../../../../_ui/page-frame.tsx"
import { ReadingRoom } from "../../documents/[documentId]/_room/reading-room.tsx"
import { QueueBar } from "./queue-bar.tsx"
import { QueueEnd } from "./queue-end.tsx"
import { QueueHead } from "./queue-head.tsx"
import { useQueue } from "./use-queue.ts"

interface Props {
  readonly projectId: string
  readonly page: QueuePage
}

/** One claim at a time, in its text, with its card; the queue says which and why. */
export function QueueDesk({ projectId, page }: Props) {
  const { documentId, skipped } = page.filter
  const [labelled, setLabelled] = useState<string | null>(null)
  const [arrived, setArrived] = useState<string | null>(null)
  const queue = useQueue({ projectId, documentId, skipped }, page.progress, labelled !== null)
  const { stage, progress } = queue
  const room = stage.name === "claim" ? stage.room : null
  const packed = useMemo(() => room && packUnits(room.units), [room])
  const claim = stage.name === "claim" ? stage.claim : null
  const own = labelled !== null && labelled === claim?.unitId
  const shown = own ? { ...progress, mine: progress.mine + 1 } : progress
  const next = async () => {
    await queue.next()
    setLabelled(null)
  }
  return (
    <main id="content" tabIndex={-1} className="flex flex-1 flex-col outline-none">
      <QueueBar projectId={projectId} page={page} progress={shown} />
      {stage.name === "claim" && packed ? (
        <ReadingRoom
          key={stage.room.document.id}
          room={stage.room}
          packed={packed}
          startAt={stage.claim.unitId}
          inMain
          held={queue.busy || arrived !== stage.claim.unitId}
          head={hand => (
            <QueueHead
              projectId={projectId}
              claim={stage.claim}
              expired={queue.expired}
              busy={queue.busy}
              hand={hand}
              onArrived={setArrived}
              onLabelled={setLabelled}
              next={next}
            />
          )}
        />
      ) : (
        <PageFrame title="Queue" width="text" inMain>
          {stage.name === "asking" && (
            <p role="status" className="text-lg text-soft">
              Choosing the next claim …
            </p>
          )}
          {stage.name === "failed" && (
            <div className="grid justify-items-start gap-4">
              <FormError failure={stage.failure} />
              <Button busy={queue.busy} onClick={() => void next()}>
                Try again
              </Button>
            </div>
          )}
          {stage.name === "none" && <QueueEnd projectId={projectId} page={page} progress={shown} />}
        </PageFrame>
      )}
    </main>
  )
}
