"use client"
import { useState } from "react"
import type { ApiFailure } from "../_ui/api.ts"
import { Button } from "../_ui/button.tsx"
import { FormError } from "../_ui/form-error.tsx"
import { enterWithProvider } from "./enter.ts"

interface Props {
  readonly providers: readonly { readonly id: string; readonly name: string }[]
  /** What stands before a provider's name: "Sign in with". */
  readonly verb: string
  readonly next: string
}

/** One button for each provider; it leads there, and the provider leads back. */
export function ProviderButtons({ providers, verb, next }: Props) {
  const [busy, setBusy] = useState<string | null>(null)
  const [failure, setFailure] = useState<ApiFailure | null>(null)
  const leave = async (id: string) => {
    setBusy(id)
    setFailure(null)
    const way = await enterWithProvider(id, next)
    if (way.ok) return location.assign(way.value.url)
    setBusy(null)
    setFailure(way.failure)
  }
  return (
    <div className="grid gap-3">
      <FormError failure={failure} />
      <ul className="flex flex-wrap gap-2.5">
        {providers.map(({ id, name }) => (
          <li key={id}>
            <Button busy={busy === id} onClick={() => leave(id)}>
              {verb} {name}
            </Button>
          </li>
        ))}
      </ul>
    </div>
  )
}
