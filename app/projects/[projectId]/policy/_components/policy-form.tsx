"use client"
import { useRouter } from "next/navigation"
import { useState } from "react"
import type { Policy } from "../../../../../lib/domain/policy.ts"
import { policySentences } from "../../../../../lib/domain/policy-sentences.ts"
import { policyWords } from "../../../../../lib/schema/policy-input.ts"
import { Button } from "../../../../_ui/button.tsx"
import { FormError } from "../../../../_ui/form-error.tsx"
import { BothVersions } from "../../_components/both-versions.tsx"
import { useVersionedForm } from "../../_components/use-versioned-form.ts"
import { PolicyFields } from "./policy-fields.tsx"
import { PolicyPreview } from "./policy-preview.tsx"

interface Props {
  readonly projectId: string
  readonly policy: Policy
  readonly version: number
}

/** Empty when it was saved before and only the answer had got lost. */
interface Saved {
  readonly version?: number
  readonly verdictsChanged?: number
}

/** Changes the policy. What somebody else saved in between is shown beside what was filled in here. */
export function PolicyForm({ projectId, policy, version }: Props) {
  const router = useRouter()
  const [done, setDone] = useState<string | null>(null)
  const { form, conflict, takeTheirs, saveMine } = useVersionedForm<Policy, Saved>({
    schema: policyWords,
    words: policy,
    version,
    path: `/projects/${projectId}/policy`,
    onDone: saved => {
      setDone(doneSentence(saved))
      router.refresh()
    },
  })
  return (
    <form method="post" onChange={() => setDone(null)} onSubmit={form.submit} noValidate className="grid gap-6">
      <FormError failure={form.failure} onIssue={form.focusOn} />
      {conflict && (
        <BothVersions
          by={conflict.by}
          theirs={policySentences(conflict.theirs).join("\n")}
          mine={policySentences(conflict.mine).join("\n")}
          busy={form.busy}
          onTheirs={() => {
            takeTheirs()
            router.refresh()
          }}
          onMine={saveMine}
        />
      )}
      <PolicyFields form={form} />
      {/* What was shown before a save is about verdicts that are others now. */}
      <PolicyPreview key={done} projectId={projectId} form={form} />
      <div className="flex flex-wrap items-center gap-4">
        <Button type="submit" kind="primary" busy={form.busy}>
          Save the policy
        </Button>
        <p role="status">{done}</p>
      </div>
    </form>
  )
}

const doneSentence = ({ version, verdictsChanged }: Saved) => {
  if (version === undefined) return "The policy is saved."
  if (verdictsChanged === 1) return `Version ${version} is saved. One claim’s verdict changed.`
  return `Version ${version} is saved. ${verdictsChanged ? `${verdictsChanged} claims’ verdicts` : "No claim’s verdict"} changed.`
}
