"use client"
import { useRouter } from "next/navigation"
import { useRef } from "react"
import { api } from "../../../../../_ui/api.ts"
import { insist } from "../../../../../_ui/insist.ts"
import { toast } from "../../../../../_ui/toast.ts"

/**
 * Takes back the reader's last change in a document; asked again after one that can't be, it passes over it. `place` is
 * where a notice may offer it: what is undone is said there too, since the next undo would be of something else.
 */
export function useUndo(documentId: string): { readonly undo: () => Promise<void>; readonly place: string } {
  const router = useRouter()
  const told = useRef<number[]>([])
  const place = `undo ${documentId}`
  const undo = async () => {
    const body = { requestId: crypto.randomUUID(), told: told.current.slice(-1_000) }
    const done = await insist(() => api.post(`/documents/${documentId}/undo`, body))
    if (done.ok) toast({ text: "Undone.", place })
    else {
      if (done.failure.code === "undo-blocked") told.current.push(done.failure["revision"] as number)
      toast({ text: done.failure.sentence, kind: "trouble", place })
    }
    router.refresh()
  }
  return { undo, place }
}
