"use client"
import { useRouter } from "next/navigation"
import { useEffect } from "react"
import { type WebhookEvent, webhookEvents } from "../../../../../lib/domain/webhook-event.ts"
import { webhookWords } from "../../../../../lib/schema/webhook-input.ts"
import { Button } from "../../../../_ui/button.tsx"
import { FormDialog } from "../../../../_ui/form-dialog.tsx"
import type { MergeField } from "../../../../_ui/record-merge.ts"
import { SharedFormFrame } from "../../../../_ui/shared-form-frame.tsx"
import { toast } from "../../../../_ui/toast.ts"
import { useSharedForm } from "../../../../_ui/use-shared-form.ts"
import { versionedAt } from "../../_components/versioned.ts"
import { WebhookFields } from "./webhook-fields.tsx"

interface Words {
  readonly address: string
  readonly events: WebhookEvent[]
}

interface Props {
  readonly projectId: string
  readonly webhookId: string
  readonly words: Words
  readonly version: number
}

/** Opens the dialog in which an owner changes where a webhook is and what it is told of. */
export function ChangeWebhook(props: Props) {
  const router = useRouter()
  return (
    <FormDialog button={{ children: "Edit" }} title="Edit the webhook" width="wide" onClosed={() => router.refresh()}>
      {({ close, onTyped }) => <ChangeForm {...props} onTyped={onTyped} onDone={close} />}
    </FormDialog>
  )
}

interface FormProps extends Props {
  readonly onTyped: (typed: boolean) => void
  readonly onDone: () => void
}

const fields: readonly MergeField<Words>[] = [
  { path: "address", label: "Address", kind: "line" },
  { path: "events", label: "What it is told of", say: ({ events }) => events.join(", ") },
]

function ChangeForm({ projectId, webhookId, words, version, onTyped, onDone }: FormProps) {
  const path = `/projects/${projectId}/webhooks/${webhookId}`
  const saved = versionedAt<Words, object>(path)
  const shared = useSharedForm({
    schema: webhookWords,
    stored: { words, token: version },
    place: `webhook:${webhookId}`,
    ...saved,
    current: failure => {
      const { address, events, version } = failure["current"] as Words & { version: number }
      return { words: { address, events }, token: version }
    },
    onDone: () => {
      toast({ text: "The webhook is saved." })
      onDone()
    },
    onTheirs: onDone,
  })
  const { form } = shared
  const { isDirty } = form.formState
  useEffect(() => onTyped(isDirty), [isDirty, onTyped])
  return (
    <SharedFormFrame shared={shared} fields={fields} className="gap-5">
      <WebhookFields
        address={form.register("address")}
        addressError={form.errorOf("address")}
        events={form.register("events")}
        eventsError={form.errorOf("events")}
        onAll={() => form.setValue("events", [...webhookEvents], { shouldDirty: true, shouldValidate: true })}
      />
      <Button type="submit" kind="primary" busy={form.busy} className="justify-self-start">
        Save
      </Button>
    </SharedFormFrame>
  )
}
