"use client"
import { useRouter } from "next/navigation"
import { useState } from "react"
import { wayWords } from "../../../../../../lib/domain/decision-way.ts"
import type { ContestedClaimPage } from "../../../../../../lib/queries/contested-claim.ts"
import { api } from "../../../../../_ui/api.ts"
import { Button } from "../../../../../_ui/button.tsx"
import { insist } from "../../../../../_ui/insist.ts"
import { Time } from "../../../../../_ui/time.tsx"
import { toast } from "../../../../../_ui/toast.ts"
import { LabelMark } from "../../../export/label-mark.tsx"

/** The decision that stands and all before it, each with how it was made and what became of it. */
export function DecisionsPart({ page }: { page: ContestedClaimPage }) {
  const { adjudications } = page.card
  if (adjudications.length === 0) return null
  return (
    <section id="decision" aria-label="Decisions" tabIndex={-1} className="grid scroll-mt-20 gap-3 outline-none">
      {adjudications.map(one => {
        const way = wayWords(
          one.how,
          one.follows.map(({ name }) => name),
        )
        return (
          <div
            key={one.id}
            className={`border-l-3 px-4 py-1 ${one.current ? "border-accent" : "border-rule text-soft"}`}
          >
            <p className="text-sm text-soft">
              {one.editor} {one.current ? "decided" : "had decided"}, <Time at={one.createdAt} precision="minute" />
            </p>
            <p>
              <LabelMark label={one.label} />
              {way && <span className="text-soft"> · {way}</span>}
            </p>
            <p className="max-w-[42rem] font-text break-words whitespace-pre-wrap">{one.reason}</p>
            {one.endedAt && (
              <p className="text-sm">
                Reopened or replaced by {one.ender}, <Time at={one.endedAt} precision="minute" />
              </p>
            )}
            {one.current && page.offers["claim.adjudicate"] && <Reopen page={page} seen={one.id} />}
          </div>
        )
      })}
    </section>
  )
}

function Reopen({ page: { card, document }, seen }: { page: ContestedClaimPage; seen: string }) {
  const router = useRouter()
  const [busy, setBusy] = useState(false)
  const reopen = async () => {
    setBusy(true)
    const body = { requestId: crypto.randomUUID(), unitId: card.unit.id, seen }
    const answer = await insist(() => api.post(`/documents/${document.id}/adjudication/reopen`, body))
    setBusy(false)
    if (answer.ok) toast({ text: "Reopened. The annotators are told; the decision stays on record." })
    else toast({ text: answer.failure.sentence, kind: "trouble" })
    router.refresh()
  }
  return (
    <Button size="small" className="mt-2" busy={busy} onClick={() => void reopen()}>
      Reopen
    </Button>
  )
}
