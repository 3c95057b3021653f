"use client"
import { useRouter } from "next/navigation"
import { useState } from "react"
import type { Role } from "../../../../../lib/domain/access.ts"
import { type ApiFailure, api } from "../../../../_ui/api.ts"
import { Button } from "../../../../_ui/button.tsx"
import { FormError } from "../../../../_ui/form-error.tsx"
import { Time } from "../../../../_ui/time.tsx"
import { toast } from "../../../../_ui/toast.ts"
import { roleWords } from "../../../../invitation/[secret]/role-words.ts"

export interface InvitationItem {
  readonly id: string
  readonly role: Role
  readonly note: string
  readonly createdBy: string
  /** ISO 8601. */
  readonly createdAt: string
  readonly expiresAt: string
}

/** Invitations that can still be accepted, each with a way to make its link useless. */
export function InvitationList({
  projectId,
  invitations,
}: {
  projectId: string
  invitations: readonly InvitationItem[]
}) {
  const router = useRouter()
  const [busy, setBusy] = useState<string | null>(null)
  const [failure, setFailure] = useState<ApiFailure | null>(null)
  const withdraw = async (id: string) => {
    if (busy) return
    setBusy(id)
    setFailure(null)
    const result = await api.post(`/projects/${projectId}/invitations/${id}/withdraw`, {
      requestId: crypto.randomUUID(),
    })
    setBusy(null)
    if (result.ok) toast({ text: "The invitation is withdrawn; its link no longer works." })
    else setFailure(result.failure)
    router.refresh()
  }
  return (
    <div className="grid gap-4">
      <FormError failure={failure} />
      {invitations.length === 0 ? (
        <p className="text-soft">
          No invitation is open. “Invite somebody” makes a link with which one person can join.
        </p>
      ) : (
        <ul className="border-t border-rule">
          {invitations.map(({ id, role, note, createdBy, createdAt, expiresAt }) => (
            <li
              key={id}
              className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 border-b border-rule py-3"
            >
              <div className="min-w-0 flex-1 basis-60">
                <p className="break-words">
                  For {roleWords[role].name}
                  {note && `: ${note}`}
                </p>
                <p className="text-sm text-soft">
                  made by {createdBy} on <Time at={createdAt} />, expires <Time at={expiresAt} precision="minute" />
                </p>
              </div>
              <Button
                size="small"
                busy={busy === id}
                aria-label={`Withdraw the invitation for ${note || roleWords[role].name}`}
                onClick={() => void withdraw(id)}
              >
                Withdraw
              </Button>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
