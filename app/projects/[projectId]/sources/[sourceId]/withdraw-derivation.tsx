"use client"
import { useRouter } from "next/navigation"
import { useEffect } from "react"
import { derivationWithdrawalWords } from "../../../../../lib/schema/source-weight-input.ts"
import { api } from "../../../../_ui/api.ts"
import { Button } from "../../../../_ui/button.tsx"
import { FormDialog, type InDialog } from "../../../../_ui/form-dialog.tsx"
import { FormFrame } from "../../../../_ui/form-frame.tsx"
import { TextArea } from "../../../../_ui/text-area.tsx"
import { toast } from "../../../../_ui/toast.ts"
import { useApiForm } from "../../../../_ui/use-api-form.ts"
import { verdictsMoved } from "./verdicts-moved.ts"

interface Props {
  readonly projectId: string
  readonly sourceId: string
  readonly derivationId: string
  /** The other source, for the button's name. */
  readonly words: string
}

/** Takes back that one source derives from another, with the reason. */
export function WithdrawDerivation(props: Props) {
  const name = `Take it back: the link with “${props.words.slice(0, 80)}”`
  return (
    <p>
      <FormDialog
        button={{ size: "small", kind: "plain", "aria-label": name, children: "Take it back" }}
        title="Take this link back?"
        width="narrow"
      >
        {form => <WithdrawalForm {...props} {...form} />}
      </FormDialog>
    </p>
  )
}

function WithdrawalForm({ projectId, sourceId, derivationId, close, onTyped }: Props & InDialog) {
  const router = useRouter()
  const form = useApiForm({
    schema: derivationWithdrawalWords,
    defaultValues: { reason: "" },
    draft: { place: `derivation:${derivationId}` },
    send: (words, { requestId }) =>
      api.post<{ verdictsChanged?: number }>(
        `/projects/${projectId}/sources/${sourceId}/origins/${derivationId}/withdraw`,
        { requestId, ...words },
      ),
    onDone: ({ verdictsChanged = 0 }) => {
      close()
      toast({ text: `The link is taken back. ${verdictsMoved(verdictsChanged)}` })
      router.refresh()
    },
  })
  const { isDirty } = form.formState
  useEffect(() => onTyped(isDirty), [isDirty, onTyped])
  return (
    <FormFrame form={form}>
      <TextArea label="Reason" error={form.errorOf("reason")} {...form.register("reason")} />
      <Button type="submit" kind="primary" busy={form.busy} className="justify-self-start">
        Take it back
      </Button>
    </FormFrame>
  )
}
