"use client"
import { useRouter } from "next/navigation"
import { useState } from "react"
import { type QueueOrder, queueOrders, queueOrderWords } from "../../../../../lib/domain/queue-order.ts"
import { queueOrderInput } from "../../../../../lib/schema/queue-input.ts"
import { type ApiFailure, api } from "../../../../_ui/api.ts"
import { Button } from "../../../../_ui/button.tsx"
import { FormDialog, type InDialog } from "../../../../_ui/form-dialog.tsx"
import { FormError } from "../../../../_ui/form-error.tsx"
import { RadioGroup } from "../../../../_ui/radio-group.tsx"
import { toast } from "../../../../_ui/toast.ts"
import { useApiForm } from "../../../../_ui/use-api-form.ts"

interface Props {
  readonly projectId: string
  readonly order: QueueOrder
}

const details: Readonly<Record<QueueOrder, string>> = {
  document: "Document after document, each from its beginning to its end.",
  fewest: "So that every claim has one label soon. In blind documents reviewers get the order of the texts instead.",
  contested: "What people disagree on, then the rest. In blind documents reviewers get the order of the texts instead.",
  flagged: "Claims with an open flag, then the rest.",
  assigned: "What is assigned to the person, then the rest.",
}

/** Lets an owner pick by which rule the queue chooses. */
export function ChangeOrder({ projectId, order }: Props) {
  return (
    <FormDialog button={{ size: "small", kind: "plain", children: "Change the order" }} title="The order of the queue">
      {dialog => <OrderForm projectId={projectId} order={order} {...dialog} />}
    </FormDialog>
  )
}

function OrderForm({ projectId, order, close }: Props & InDialog) {
  const router = useRouter()
  const [seen, setSeen] = useState(order)
  const [late, setLate] = useState<ApiFailure | null>(null)
  const form = useApiForm({
    schema: queueOrderInput.pick({ order: true }),
    defaultValues: { order },
    send: (words, { requestId }) => api.post(`/projects/${projectId}/queue`, { requestId, seen, ...words }),
    onDone: (_, { order }) => {
      toast({ text: `The queue goes on: ${queueOrderWords[order].toLowerCase()}.` })
      close()
      router.refresh()
    },
    onFailure: failure => {
      if (failure.code !== "conflict") return false
      const { order: theirs } = failure["current"] as { order: QueueOrder }
      setSeen(theirs)
      setLate({
        ...failure,
        sentence: `The order was set to “${queueOrderWords[theirs]}” in the meantime. Save again to change it.`,
      })
      return true
    },
  })
  return (
    <form method="post" onSubmit={form.submit} noValidate className="grid gap-5">
      <FormError failure={form.failure ?? late} onIssue={form.focusOn} />
      <p className="text-soft">
        It holds for everybody. Nobody gets a claim that they labelled, and no claim goes to more people than the policy
        wants, unless it is contested or assigned to them.
      </p>
      <RadioGroup
        legend="What comes next"
        choices={queueOrders.map(value => ({ value, label: queueOrderWords[value], detail: details[value] }))}
        error={form.errorOf("order")}
        {...form.register("order")}
      />
      <Button type="submit" kind="primary" busy={form.busy} className="justify-self-start">
        Save the order
      </Button>
    </form>
  )
}
