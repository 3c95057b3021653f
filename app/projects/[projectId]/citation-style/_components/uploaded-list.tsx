"use client"
import { useRouter } from "next/navigation"
import { useState } from "react"
import { uuidv7 } from "uuidv7"
import { type ApiFailure, api } from "../../../../_ui/api.ts"
import { Button } from "../../../../_ui/button.tsx"
import { FormError } from "../../../../_ui/form-error.tsx"
import { toast } from "../../../../_ui/toast.ts"

interface Props {
  readonly projectId: string
  /** The id of the style that the project uses. */
  readonly used: string
  readonly uploaded: readonly { readonly id: string; readonly title: string }[]
}

/** The styles that the project uploaded, each with a button that takes it off the list. */
export function UploadedList({ projectId, used, uploaded }: Props) {
  const router = useRouter()
  const [busy, setBusy] = useState<string | null>(null)
  const [failure, setFailure] = useState<ApiFailure | null>(null)
  if (uploaded.length === 0) return null
  const remove = async (id: string, title: string) => {
    setBusy(id)
    setFailure(null)
    const result = await api.post(`/projects/${projectId}/citation-style/${id}/retire`, { requestId: uuidv7() })
    setBusy(null)
    if (!result.ok) return setFailure(result.failure)
    toast({ text: `“${title}” is off the list.` })
    router.refresh()
  }
  return (
    <section aria-labelledby="uploaded" className="grid gap-2">
      <h3 id="uploaded" className="label-caps">
        Uploaded styles
      </h3>
      <FormError failure={failure} />
      <ul className="divide-y divide-rule">
        {uploaded.map(({ id, title }) => (
          <li key={id} className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1 py-2">
            <span className="min-w-0 wrap-anywhere">{title}</span>
            {id === used ? (
              <span className="text-sm text-soft">in use</span>
            ) : (
              <Button
                size="small"
                kind="plain"
                busy={busy === id}
                aria-label={`Remove “${title}”`}
                onClick={() => void remove(id, title)}
              >
                Remove
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
