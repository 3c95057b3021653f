"use client"
import { useRouter } from "next/navigation"
import { useState } from "react"
import { type ApiFailure, api } from "../_ui/api.ts"
import { Button } from "../_ui/button.tsx"
import { FormError } from "../_ui/form-error.tsx"
import { Time } from "../_ui/time.tsx"
import { toast } from "../_ui/toast.ts"

export interface SessionItem {
  readonly id: string
  readonly device: string
  readonly address: string
  /** ISO 8601. */
  readonly lastSeenAt: string
  readonly createdAt: string
  readonly current: boolean
}

/** How many are in sight until the person asks for more. */
const shown = 20

/** Where one is signed in, with a way to end each session and all others at once. */
export function SessionList({ sessions }: { sessions: readonly SessionItem[] }) {
  const router = useRouter()
  const [busy, setBusy] = useState<string | null>(null)
  const [failure, setFailure] = useState<ApiFailure | null>(null)
  const [all, setAll] = useState(false)
  const listed = all ? sessions : sessions.slice(0, shown)
  const end = async (path: string, done: string) => {
    if (busy) return
    setBusy(path)
    setFailure(null)
    const result = await api.delete(path)
    setBusy(null)
    if (result.ok) toast({ text: done })
    else setFailure(result.failure)
    router.refresh()
  }
  return (
    <div className="grid gap-4">
      <FormError failure={failure} />
      <ul className="border-t border-rule">
        {listed.map(session => (
          <li
            key={session.id}
            className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 border-b border-rule py-3"
          >
            <div className="min-w-0">
              <p>
                <b>{session.device}</b>
                {session.current && <span className="ml-2 text-accent">this one</span>}
              </p>
              <p className="text-sm text-soft">
                last seen <Time at={session.lastSeenAt} precision="minute" /> from {session.address}, signed in{" "}
                <Time at={session.createdAt} />
              </p>
            </div>
            {!session.current && (
              <Button
                size="small"
                busy={busy === `/account/sessions/${session.id}`}
                aria-label={`End the session of ${session.device}`}
                onClick={() => end(`/account/sessions/${session.id}`, "The session is ended.")}
              >
                End
              </Button>
            )}
          </li>
        ))}
      </ul>
      {listed.length < sessions.length && (
        <Button kind="plain" className="justify-self-start" onClick={() => setAll(true)}>
          Show all {sessions.length} sessions
        </Button>
      )}
      {sessions.length > 1 && (
        <Button
          busy={busy === "/account/sessions"}
          className="justify-self-start"
          onClick={() => end("/account/sessions", "All other sessions are ended.")}
        >
          End all other sessions
        </Button>
      )}
    </div>
  )
}
