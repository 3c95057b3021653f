"use client"
import { useRouter } from "next/navigation"
import { useState } from "react"
import { uuidv7 } from "uuidv7"
import type { DocumentBlindness } from "../../../../lib/domain/blindness.ts"
import { type ApiFailure, api } from "../../../_ui/api.ts"
import { Button } from "../../../_ui/button.tsx"
import { FormDialog } from "../../../_ui/form-dialog.tsx"
import { FormError } from "../../../_ui/form-error.tsx"
import { RadioGroup } from "../../../_ui/radio-group.tsx"
import { toast } from "../../../_ui/toast.ts"

interface Props {
  readonly projectId: string
  readonly documentId: string
  readonly title: string
  readonly blind: DocumentBlindness
}

const choices = [
  { value: "project", label: "As the project is", detail: "The policy page says how that is." },
  { value: "blind", label: "Blind", detail: "Reviewers see what others said of a claim after they labelled it." },
  { value: "open", label: "Open", detail: "Reviewers see what others said of a claim before they label it." },
] as const
type Choice = (typeof choices)[number]["value"]

const choiceOf = (blind: DocumentBlindness): Choice => (blind === null ? "project" : blind ? "blind" : "open")
const blindnessOf: Readonly<Record<Choice, DocumentBlindness>> = { project: null, blind: true, open: false }

/** Opens the dialog in which an owner chooses whether one document is reviewed blind. */
export function DocumentReview(document: Props) {
  const router = useRouter()
  // What was saved here counts until the page is read again.
  const [saved, setSaved] = useState<{ readonly over: DocumentBlindness; readonly blind: DocumentBlindness } | null>(
    null,
  )
  const blind = saved && saved.over === document.blind ? saved.blind : document.blind
  return (
    <FormDialog
      button={{ size: "small", kind: "plain", "aria-label": `Review of “${document.title}”`, children: "Review" }}
      title="How it is reviewed"
      onClosed={() => router.refresh()}
    >
      {({ close, onTyped }) => (
        <ReviewForm
          {...document}
          blind={blind}
          onTyped={onTyped}
          onDone={chosen => {
            setSaved({ over: document.blind, blind: chosen })
            close()
          }}
        />
      )}
    </FormDialog>
  )
}

interface FormProps extends Props {
  readonly onTyped: (typed: boolean) => void
  readonly onDone: (chosen: DocumentBlindness) => void
}

function ReviewForm({ projectId, documentId, blind, onTyped, onDone }: FormProps) {
  const [seen, setSeen] = useState(blind)
  const [choice, setChoice] = useState(choiceOf(blind))
  const [requestId, setRequestId] = useState(uuidv7)
  const [failure, setFailure] = useState<ApiFailure | null>(null)
  const [busy, setBusy] = useState(false)
  const save = async () => {
    if (busy) return
    setBusy(true)
    const body = { requestId, blind: blindnessOf[choice], seen }
    const result = await api.post(`/projects/${projectId}/documents/${documentId}/blindness`, body)
    setBusy(false)
    if (!result.ok) {
      setFailure(result.failure)
      if (result.failure.code !== "conflict") return
      setSeen((result.failure["current"] as { blind: DocumentBlindness }).blind)
      setRequestId(uuidv7())
      return
    }
    toast({ text: "How the document is reviewed is chosen." })
    onDone(blindnessOf[choice])
  }
  return (
    <form
      method="post"
      noValidate
      className="grid gap-4"
      onSubmit={event => {
        event.preventDefault()
        void save()
      }}
    >
      <FormError
        failure={
          failure?.code === "conflict"
            ? { sentence: "Somebody chose otherwise in the meantime. Press again to choose yours all the same." }
            : failure
        }
      />
      <RadioGroup
        legend="What reviewers see of each other"
        hideLegend
        choices={choices}
        value={choice}
        onChange={event => {
          const value = event.currentTarget.value as Choice
          setChoice(value)
          setRequestId(uuidv7())
          onTyped(value !== choiceOf(seen))
        }}
      />
      <Button type="submit" kind="primary" busy={busy} className="justify-self-start">
        Save
      </Button>
    </form>
  )
}
