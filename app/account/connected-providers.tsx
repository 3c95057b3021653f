"use client"
import { useRouter } from "next/navigation"
import { useState } from "react"
import { type ApiFailure, api } from "../_ui/api.ts"
import { Button } from "../_ui/button.tsx"
import { FormError } from "../_ui/form-error.tsx"
import { toast } from "../_ui/toast.ts"
import { ProviderButtons } from "../sign-in/provider-buttons.tsx"

interface Props {
  readonly connected: readonly { readonly provider: string; readonly name: string }[]
  readonly others: readonly { readonly id: string; readonly name: string }[]
}

/** The outside accounts that open this one, and those that could. */
export function ConnectedProviders({ connected, others }: Props) {
  const router = useRouter()
  const [busy, setBusy] = useState<string | null>(null)
  const [failure, setFailure] = useState<ApiFailure | null>(null)
  const disconnect = async (provider: string, name: string) => {
    setBusy(provider)
    setFailure(null)
    const result = await api.delete("/account/identities", { provider })
    setBusy(null)
    if (result.ok) toast({ text: `${name} is disconnected.` })
    else setFailure(result.failure)
    router.refresh()
  }
  return (
    <div className="grid gap-5">
      <FormError failure={failure} />
      {connected.length > 0 && (
        <ul className="border-t border-rule">
          {connected.map(({ provider, name }) => (
            <li key={provider} className="flex items-center justify-between gap-6 border-b border-rule py-3">
              <b>{name}</b>
              <Button
                size="small"
                busy={busy === provider}
                aria-label={`Disconnect ${name}`}
                onClick={() => disconnect(provider, name)}
              >
                Disconnect
              </Button>
            </li>
          ))}
        </ul>
      )}
      {others.length > 0 && <ProviderButtons providers={others} verb="Connect" next="/account" />}
    </div>
  )
}
