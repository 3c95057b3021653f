"use client"
import { useRouter } from "next/navigation"
import { useState } from "react"
import { uuidv7 } from "uuidv7"
import type { RoundStage } from "../../../../../../lib/domain/norming.ts"
import { api } from "../../../../../_ui/api.ts"
import { Button } from "../../../../../_ui/button.tsx"
import { ConfirmDialog } from "../../../../../_ui/confirm-dialog.tsx"
import { toast } from "../../../../../_ui/toast.ts"

interface Props {
  readonly projectId: string
  readonly roundId: string
  readonly stage: RoundStage
}

const steps = {
  blind: {
    path: "reveal",
    name: "Reveal the labels",
    question: "Everybody then sees what all said of these claims. It can’t be taken back.",
    done: "The labels are revealed.",
  },
  open: {
    path: "end",
    name: "End the round",
    question: "The labels are kept as they stand now, as the outcome of the round.",
    done: "The round is over.",
  },
} as const

/** Takes the round to its next stage, when one has said so twice. */
export function RoundStep({ projectId, roundId, stage }: Props) {
  const router = useRouter()
  const [asked, setAsked] = useState(false)
  const [busy, setBusy] = useState(false)
  if (stage === "ended") return null
  const { path, name, question, done } = steps[stage]
  const go = async () => {
    setBusy(true)
    const result = await api.post(`/projects/${projectId}/rounds/${roundId}/${path}`, { requestId: uuidv7() })
    setBusy(false)
    setAsked(false)
    toast(result.ok ? { text: done } : { text: result.failure.sentence, kind: "trouble" })
    router.refresh()
  }
  return (
    <>
      <Button kind="primary" onClick={() => setAsked(true)}>
        {name}
      </Button>
      <ConfirmDialog
        open={asked}
        onClose={() => setAsked(false)}
        title={`${name}?`}
        text={question}
        confirmLabel={name}
        busy={busy}
        onConfirm={() => void go()}
      />
    </>
  )
}
