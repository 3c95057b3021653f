"use client"
import { useRouter } from "next/navigation"
import { useState } from "react"
import type { TokenScope } from "../../lib/domain/token-scope.ts"
import { type ApiFailure, api } from "../_ui/api.ts"
import { Button } from "../_ui/button.tsx"
import { ConfirmDialog } from "../_ui/confirm-dialog.tsx"
import { FormError } from "../_ui/form-error.tsx"
import { Time } from "../_ui/time.tsx"
import { toast } from "../_ui/toast.ts"

export interface TokenItem {
  readonly id: string
  readonly name: string
  /** Its last characters. */
  readonly ending: string
  readonly scopes: readonly TokenScope[]
  /** ISO 8601. */
  readonly createdAt: string
  readonly expiresAt: string
  readonly lastUsedAt: string | null
  readonly expired: boolean
}

/** How many are in sight until the person asks for more. */
const shown = 20

/** One's access tokens, the newest first, with a way to withdraw each, after asking. */
export function TokenList({ tokens }: { tokens: readonly TokenItem[] }) {
  const router = useRouter()
  const [asking, setAsking] = useState<TokenItem | null>(null)
  const [open, setOpen] = useState(false)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<ApiFailure | null>(null)
  const [all, setAll] = useState(false)
  const listed = all ? tokens : tokens.slice(0, shown)
  const close = () => {
    setOpen(false)
    setFailure(null)
  }
  const withdraw = async () => {
    if (!asking || busy) return
    setBusy(true)
    const result = await api.delete(`/account/tokens/${asking.id}`)
    setBusy(false)
    if (!result.ok && result.failure.code !== "not-found") return setFailure(result.failure)
    close()
    toast({ text: `“${asking.name}” is withdrawn.` })
    router.refresh()
  }
  if (tokens.length === 0) return <p className="text-soft">You have no access tokens.</p>
  return (
    <div className="grid gap-4">
      <ul className="border-t border-rule">
        {listed.map(token => (
          <li
            key={token.id}
            className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 border-b border-rule py-3"
          >
            <div className="min-w-0 flex-1 basis-60">
              <p className="break-words">
                <b>{token.name}</b> <span className="text-soft">…{token.ending}</span>
              </p>
              <p className="text-sm text-soft">
                may {token.scopes.join(", ")}; {token.expired ? "expired" : "expires"} <Time at={token.expiresAt} />;{" "}
                {token.lastUsedAt ? (
                  <>
                    last used <Time at={token.lastUsedAt} precision="minute" />
                  </>
                ) : (
                  "never used"
                )}
              </p>
            </div>
            <Button
              size="small"
              aria-label={`Withdraw the access token ${token.name}`}
              onClick={() => {
                setAsking(token)
                setOpen(true)
              }}
            >
              Withdraw
            </Button>
          </li>
        ))}
      </ul>
      {listed.length < tokens.length && (
        <Button kind="plain" className="justify-self-start" onClick={() => setAll(true)}>
          Show all {tokens.length} access tokens
        </Button>
      )}
      <ConfirmDialog
        open={open}
        onClose={close}
        title={`Withdraw “${asking?.name ?? ""}”?`}
        text="Whatever uses it is refused from its next request on. This can’t be taken back; you can make another token."
        confirmLabel="Withdraw"
        danger
        busy={busy}
        onConfirm={withdraw}
      >
        <div className="mt-3">
          <FormError failure={failure} />
        </div>
      </ConfirmDialog>
    </div>
  )
}
