"use client"
import { useRouter } from "next/navigation"
import { useRef, useState } from "react"
import type { Policy } from "../../../../../lib/domain/policy.ts"
import { policySentences } from "../../../../../lib/domain/policy-sentences.ts"
import { policyWords } from "../../../../../lib/schema/project-input.ts"
import { api } from "../../../../_ui/api.ts"
import { Button } from "../../../../_ui/button.tsx"
import { FormError } from "../../../../_ui/form-error.tsx"
import { useApiForm } from "../../../../_ui/use-api-form.ts"
import { BothVersions } from "../../_components/both-versions.tsx"
import { PolicyFields } from "./policy-fields.tsx"

interface Props {
  readonly projectId: string
  readonly policy: Policy
  readonly version: number
}

interface Saved {
  readonly version: number
  readonly verdictsChanged: number
}

/** Changes the policy. What somebody else saved in between is shown beside what was filled in here. */
export function PolicyForm({ projectId, policy, version }: Props) {
  const router = useRouter()
  // What the form was filled in against; a page that is read again doesn't change it behind one's back.
  const seen = useRef(version)
  const [conflict, setConflict] = useState<{ theirs: Policy & { version: number }; mine: Policy } | null>(null)
  const [done, setDone] = useState<string | null>(null)
  const form = useApiForm({
    schema: policyWords,
    defaultValues: policy,
    send: words => {
      setDone(null)
      const body = { requestId: crypto.randomUUID(), version: seen.current, ...words }
      return api.post<Saved>(`/projects/${projectId}/policy`, body)
    },
    onDone: (saved, words) => {
      seen.current = saved.version
      setConflict(null)
      setDone(doneSentence(saved))
      form.reset(words)
      router.refresh()
    },
    onFailure: (failure, mine) => {
      if (failure.code !== "conflict") return false
      setConflict({ theirs: failure["current"] as Policy & { version: number }, mine })
      return true
    },
  })
  return (
    <form method="post" onSubmit={form.submit} noValidate className="grid gap-6">
      <FormError failure={form.failure} onIssue={form.focusOn} />
      {conflict && (
        <BothVersions
          by={null}
          theirs={policySentences(conflict.theirs).join("\n")}
          mine={policySentences(conflict.mine).join("\n")}
          busy={form.busy}
          onTheirs={() => {
            const { version: current, ...words } = conflict.theirs
            seen.current = current
            form.reset(words)
            setConflict(null)
            router.refresh()
          }}
          onMine={() => {
            seen.current = conflict.theirs.version
            void form.submit()
          }}
        />
      )}
      <PolicyFields form={form} />
      <div className="flex flex-wrap items-center gap-4">
        <Button type="submit" kind="primary" busy={form.busy}>
          Save the policy
        </Button>
        <p role="status">{done}</p>
      </div>
    </form>
  )
}

const doneSentence = ({ version, verdictsChanged }: Saved) =>
  `Version ${version} is saved. ${
    verdictsChanged === 0
      ? "No claim's verdict changed."
      : verdictsChanged === 1
        ? "One claim's verdict changed."
        : `${verdictsChanged} claims' verdicts changed.`
  }`
