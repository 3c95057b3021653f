"use client"
import { useRouter } from "next/navigation"
import { useEffect, useState } from "react"
import { type WebhookEvent, webhookEvents } from "../../../../../lib/domain/webhook-event.ts"
import { webhookWords } from "../../../../../lib/schema/webhook-input.ts"
import { api } from "../../../../_ui/api.ts"
import { Button } from "../../../../_ui/button.tsx"
import { Dialog } from "../../../../_ui/dialog.tsx"
import { FormError } from "../../../../_ui/form-error.tsx"
import { toast } from "../../../../_ui/toast.ts"
import { useApiForm } from "../../../../_ui/use-api-form.ts"
import { lostSecret, SecretShown } from "./secret-shown.tsx"
import { WebhookFields } from "./webhook-fields.tsx"

/** Opens the dialog that makes a webhook and then shows its secret. */
export function AddWebhook({ projectId }: { projectId: string }) {
  const router = useRouter()
  const [open, setOpen] = useState(false)
  const [secret, setSecret] = useState<string | null>(null)
  const [typed, setTyped] = useState(false)
  const close = () => {
    setOpen(false)
    setSecret(null)
    setTyped(false)
    router.refresh()
  }
  return (
    <>
      <Button kind="primary" onClick={() => setOpen(true)}>
        Add a webhook
      </Button>
      <Dialog
        open={open}
        onClose={close}
        title={secret ? "The webhook is made" : "Add a webhook"}
        dirty={typed}
        width={secret ? "narrow" : "wide"}
        {...(secret && { asking: lostSecret })}
      >
        {secret ? (
          <SecretShown secret={secret} onCopied={() => setTyped(false)} onDone={close} />
        ) : (
          <AddForm
            projectId={projectId}
            onTyped={setTyped}
            onMade={made => {
              setTyped(made !== null)
              if (made) return setSecret(made)
              toast({ text: "The webhook was made, but its secret got lost. Renew it on its page.", kind: "trouble" })
              close()
            }}
          />
        )}
      </Dialog>
    </>
  )
}

interface FormProps {
  readonly projectId: string
  readonly onTyped: (typed: boolean) => void
  /** Hears the secret; null when the answer that had it was lost. */
  readonly onMade: (secret: string | null) => void
}

const none: WebhookEvent[] = []

function AddForm({ projectId, onTyped, onMade }: FormProps) {
  const form = useApiForm({
    schema: webhookWords,
    defaultValues: { address: "", events: none },
    send: (words, attempt) =>
      api.post<{ secret?: string }>(`/projects/${projectId}/webhooks`, { ...attempt, ...words }),
    onDone: ({ secret }) => onMade(secret ?? null),
  })
  const { isDirty } = form.formState
  useEffect(() => onTyped(isDirty), [isDirty, onTyped])
  return (
    <form method="post" onSubmit={form.submit} noValidate className="grid gap-5">
      <FormError failure={form.failure} onIssue={form.focusOn} />
      <WebhookFields
        address={form.register("address")}
        addressError={form.errorOf("address")}
        events={form.register("events")}
        eventsError={form.errorOf("events")}
        onAll={() => form.setValue("events", [...webhookEvents], { shouldDirty: true, shouldValidate: true })}
      />
      <Button type="submit" kind="primary" busy={form.busy} className="justify-self-start">
        Add the webhook
      </Button>
    </form>
  )
}
