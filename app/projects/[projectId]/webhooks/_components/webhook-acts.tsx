"use client"
import { useRouter } from "next/navigation"
import { useState } from "react"
import { uuidv7 } from "uuidv7"
import { Button } from "../../../../_ui/button.tsx"
import { ConfirmDialog } from "../../../../_ui/confirm-dialog.tsx"
import { Dialog } from "../../../../_ui/dialog.tsx"
import { FormError } from "../../../../_ui/form-error.tsx"
import { toast } from "../../../../_ui/toast.ts"
import { ResumeButton } from "./resume-button.tsx"
import { lostSecret, SecretShown } from "./secret-shown.tsx"
import { useAct } from "./use-act.ts"

interface Props {
  readonly projectId: string
  readonly webhookId: string
  readonly paused: boolean
  /** Messages that were given up. */
  readonly givenUp: number
}

/** What an owner can do with a webhook: try it, pause and resume it, renew its secret, send again, remove it. */
export function WebhookActs({ projectId, webhookId, paused, givenUp }: Props) {
  const path = `/projects/${projectId}/webhooks/${webhookId}`
  const { act, busy, failure } = useAct(path)
  return (
    <div className="grid gap-4">
      <FormError failure={failure} />
      <div className="flex flex-wrap gap-2">
        {paused ? (
          <ResumeButton path={path} />
        ) : (
          <>
            <Button busy={busy} onClick={() => void act("/test", { id: uuidv7() })}>
              Send a test message
            </Button>
            <Button busy={busy} onClick={() => void act("/pause")}>
              Pause
            </Button>
          </>
        )}
        {givenUp > 0 && (
          <Button
            busy={busy}
            onClick={async () => {
              const done = await act<{ count: number }>("/again", {})
              if (done) toast({ text: `${done.count} ${done.count === 1 ? "message is" : "messages are"} sent again.` })
            }}
          >
            Send what was given up again
          </Button>
        )}
        <RenewButton path={path} />
        <RemoveButton path={path} list={`/projects/${projectId}/webhooks`} />
      </div>
    </div>
  )
}

function RenewButton({ path }: { path: string }) {
  const router = useRouter()
  const { act, busy, failure, forget } = useAct(path)
  const [asking, setAsking] = useState(false)
  const [secret, setSecret] = useState<string | null>(null)
  const [open, setOpen] = useState(false)
  const [copied, setCopied] = useState(false)
  const close = () => {
    setAsking(false)
    forget()
  }
  const done = () => {
    setOpen(false)
    setSecret(null)
    router.refresh()
  }
  const renew = async () => {
    const made = await act<{ secret?: string }>("/secret")
    if (!made) return
    close()
    if (!made.secret) return toast({ text: "The answer with the secret got lost. Renew it again.", kind: "trouble" })
    setSecret(made.secret)
    setCopied(false)
    setOpen(true)
  }
  return (
    <>
      <Button onClick={() => setAsking(true)}>Renew the secret</Button>
      <ConfirmDialog
        open={asking}
        onClose={close}
        title="Renew the secret?"
        text="Messages are signed with the new secret, and for 24 hours with the one before as well. Give the receiver the new one in that time."
        confirmLabel="Renew"
        busy={busy}
        onConfirm={renew}
      >
        <div className="mt-3">
          <FormError failure={failure} />
        </div>
      </ConfirmDialog>
      <Dialog open={open} onClose={done} title="The new secret" dirty={!copied} asking={lostSecret}>
        {secret && <SecretShown secret={secret} onCopied={() => setCopied(true)} onDone={done} />}
      </Dialog>
    </>
  )
}

function RemoveButton({ path, list }: { path: string; list: string }) {
  const router = useRouter()
  const { act, busy, failure, forget } = useAct(path)
  const [asking, setAsking] = useState(false)
  const close = () => {
    setAsking(false)
    forget()
  }
  const remove = async () => {
    if (!(await act("/remove"))) return
    close()
    toast({ text: "The webhook is removed." })
    router.push(list)
  }
  return (
    <>
      <Button onClick={() => setAsking(true)}>Remove</Button>
      <ConfirmDialog
        open={asking}
        onClose={close}
        title="Remove this webhook?"
        text="Nothing more is sent to it, not even what still waits, and its log goes. This can’t be taken back; you can add it again."
        confirmLabel="Remove"
        danger
        busy={busy}
        onConfirm={remove}
      >
        <div className="mt-3">
          <FormError failure={failure} />
        </div>
      </ConfirmDialog>
    </>
  )
}
