"use client"
import { useRouter } from "next/navigation"
import { useEffect, useState } from "react"
import type { Policy } from "../../../../../lib/domain/policy.ts"
import { policyWords } from "../../../../../lib/schema/policy-input.ts"
import { Button } from "../../../../_ui/button.tsx"
import { SharedFormFrame } from "../../../../_ui/shared-form-frame.tsx"
import { useSharedForm } from "../../../../_ui/use-shared-form.ts"
import { versionedAt } from "../../_components/versioned.ts"
import { PolicyFields } from "./policy-fields.tsx"
import { policyMergeFields } from "./policy-merge-fields.ts"
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
  const shared = useSharedForm<Policy, Policy, Saved>({
    schema: policyWords,
    stored: { words: policy, token: version },
    place: `policy:${projectId}`,
    ...versionedAt<Policy, Saved>(`/projects/${projectId}/policy`),
    stays: true,
    onDone: saved => {
      setDone(doneSentence(saved))
      router.refresh()
    },
    onTheirs: () => router.refresh(),
  })
  const { form } = shared
  useEffect(() => {
    const watching = form.watch((_words, { type }) => type === "change" && setDone(null))
    return () => watching.unsubscribe()
  }, [form.watch])
  return (
    <SharedFormFrame shared={shared} fields={policyMergeFields} className="gap-6">
      <PolicyFields form={form} />
      {/* What was shown before a save is about verdicts that are others now. */}
      <PolicyPreview key={done} projectId={projectId} form={form} />
      <div className="flex flex-wrap items-center gap-4">
        <Button type="submit" kind="primary" busy={form.busy}>
          Save the policy
        </Button>
        <p role="status">{done}</p>
      </div>
    </SharedFormFrame>
  )
}

const doneSentence = ({ version, verdictsChanged }: Saved) => {
  if (version === undefined) return "The policy is saved."
  if (verdictsChanged === 1) return `Version ${version} is saved. One claim’s verdict changed.`
  return `Version ${version} is saved. ${verdictsChanged ? `${verdictsChanged} claims’ verdicts` : "No claim’s verdict"} changed.`
}
