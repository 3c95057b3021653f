"use client"
import { useRouter } from "next/navigation"
import { useRef } from "react"
import { api } from "../../../../../_ui/api.ts"
import { insist } from "../../../../../_ui/insist.ts"
import { toast } from "../../../../../_ui/toast.ts"

export interface Undoing {
  /** Takes back the change that is named, or the reader's last one; asked again after one that can't be, it passes over it. */
  readonly undo: (revision?: number) => Promise<void>
  /** Where a notice may offer it, and where it is said that it is done. */
  readonly place: string
}

/** Takes back what the reader did in a document. */
export function useUndo(documentId: string): Undoing {
  const router = useRouter()
  const told = useRef<number[]>([])
  const place = `undo ${documentId}`
  const undo = async (revision?: number) => {
    const words = revision === undefined ? { told: told.current.slice(-1_000) } : { revision }
    const body = { requestId: crypto.randomUUID(), ...words }
    const done = await insist(() => api.post(`/documents/${documentId}/undo`, body))
    if (done.ok) toast({ text: "Undone.", place })
    else {
      if (revision === undefined && done.failure.code === "undo-blocked")
        told.current.push(done.failure["revision"] as number)
      toast({ text: done.failure.sentence, kind: "trouble", place })
    }
    router.refresh()
  }
  return { undo, place }
}
