"use client"
import { useRef, useState } from "react"
import { counted } from "../../../../../lib/domain/sentence-words.ts"
import type { PolicyPreview as Preview } from "../../../../../lib/queries/policy-preview.ts"
import { type ApiResult, api } from "../../../../_ui/api.ts"
import { Button } from "../../../../_ui/button.tsx"
import { FormError } from "../../../../_ui/form-error.tsx"
import { ToldMoves } from "../../_components/told-moves.tsx"
import type { PolicyForm } from "./policy-fields.tsx"

interface Props {
  readonly projectId: string
  readonly form: PolicyForm
}

/** Shows which verdicts would be others under the policy as it is filled in, before anything is saved. */
export function PolicyPreview({ projectId, form }: Props) {
  const [answer, setAnswer] = useState<{ draft: string; result: ApiResult<Preview> } | null>(null)
  const [asking, setAsking] = useState<string | null>(null)
  const last = useRef("")
  const draft = JSON.stringify(form.watch())
  const look = async () => {
    if (!(await form.trigger(undefined, { shouldFocus: true }))) return
    last.current = draft
    setAsking(draft)
    const result = await api.post<Preview>(`/projects/${projectId}/policy/preview`, form.getValues())
    // Somebody who asked again meanwhile waits for the other answer.
    if (last.current !== draft) return
    setAsking(null)
    setAnswer({ draft, result })
  }
  // An answer is about one draft and never shown beside another.
  const result = answer?.draft === draft ? answer.result : null
  return (
    <div className="grid gap-3">
      <FormError failure={result && !result.ok ? result.failure : null} onIssue={form.focusOn} />
      <Button busy={asking === draft} className="justify-self-start" onClick={() => void look()}>
        See what would change
      </Button>
      <div role="status">
        {result?.ok && (
          <section aria-label="What would change" className="border-l-2 border-accent pl-4">
            {result.value.moves.length === 0 ? (
              <p>No verdict would be another one. Looked at: {counted(result.value.claims, "claim")}.</p>
            ) : (
              <ToldMoves projectId={projectId} moves={result.value.moves} />
            )}
          </section>
        )}
      </div>
    </div>
  )
}
