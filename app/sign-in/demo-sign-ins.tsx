"use client"
import { useState } from "react"
import { type DemoPerson, demoPassword, demoPeople } from "../../lib/domain/demo.ts"
import type { ApiFailure } from "../_ui/api.ts"
import { FormError } from "../_ui/form-error.tsx"
import { enterWithPassword } from "./enter.ts"

/** The people of the demonstration; one press signs in as one of them. */
export function DemoSignIns({ next }: { next: string }) {
  const [busy, setBusy] = useState<string | null>(null)
  const [failure, setFailure] = useState<ApiFailure | null>(null)
  const enter = async ({ email }: DemoPerson) => {
    if (busy) return
    setBusy(email)
    setFailure(null)
    const result = await enterWithPassword(email, demoPassword)
    if (result.ok) return location.assign(next)
    setBusy(null)
    setFailure(result.failure)
  }
  return (
    <section aria-labelledby="demo">
      <h2 id="demo" className="label-caps">
        Or look around as
      </h2>
      <FormError failure={failure} />
      <ul className="mt-2 border-t border-rule">
        {demoPeople.map(person => (
          <li key={person.email} className="border-b border-rule">
            <button
              type="button"
              aria-busy={busy === person.email || undefined}
              aria-disabled={busy !== null || undefined}
              onClick={() => enter(person)}
              className="flex w-full items-baseline justify-between gap-4 px-1 py-2.5 text-left hover:bg-wash aria-disabled:opacity-55"
            >
              <span className="min-w-0">
                <span className="font-text text-lg">{person.name}</span>{" "}
                <span className="block truncate text-sm text-soft">{person.email}</span>
              </span>
              <span className="text-soft">{person.role}</span>
            </button>
          </li>
        ))}
      </ul>
      <p className="mt-3 text-sm text-soft">
        These people are invented, and this server is for trying things out. The password of each is{" "}
        <b className="text-ink">{demoPassword}</b>.
      </p>
    </section>
  )
}
