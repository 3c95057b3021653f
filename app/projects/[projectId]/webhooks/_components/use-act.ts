"use client"
import { useRouter } from "next/navigation"
import { useState } from "react"
import { uuidv7 } from "uuidv7"
import { type ApiFailure, api } from "../../../../_ui/api.ts"

/** Sends what a button does, once at a time, and reads the page again. */
export function useAct(path: string) {
  const router = useRouter()
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<ApiFailure | null>(null)
  const act = async <T>(step: string, body: object = { requestId: uuidv7() }): Promise<T | null> => {
    if (busy) return null
    setBusy(true)
    setFailure(null)
    const result = await api.post<T>(`${path}${step}`, body)
    setBusy(false)
    if (!result.ok) setFailure(result.failure)
    router.refresh()
    return result.ok ? result.value : null
  }
  return { act, busy, failure, forget: () => setFailure(null) }
}
