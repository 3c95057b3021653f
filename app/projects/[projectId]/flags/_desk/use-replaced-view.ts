"use client"
import { useRouter } from "next/navigation"
import { useRef } from "react"
import { type DeskFilter, filterWords } from "../../../../../lib/domain/flag-desk.ts"
import type { FlagsPage } from "../../../../../lib/queries/flags.ts"
import { api } from "../../../../_ui/api.ts"
import { toast } from "../../../../_ui/toast.ts"

type View = FlagsPage["views"][number]

/** Puts a filter in the place of the one that a view has, and leads to the view; that can be taken back at once. */
export function useReplacedView(projectId: string): (view: View, filter: DeskFilter) => Promise<void> {
  const router = useRouter()
  const busy = useRef(false)
  const store = async ({ id }: View, filter: View["filter"]): Promise<boolean> => {
    const answer = await api.post(`/projects/${projectId}/views/${id}`, { filter })
    if (!answer.ok) toast({ text: answer.failure.sentence, kind: "trouble" })
    return answer.ok
  }
  return async (view, filter) => {
    if (busy.current) return
    busy.current = true
    const stored = await store(view, filterWords(filter))
    busy.current = false
    if (!stored) return
    const undo = async () => {
      if (!(await store(view, view.filter))) return
      toast({ text: `The view “${view.name}” is as it was before.` })
      router.refresh()
    }
    toast({
      text: `The view “${view.name}” lists what is chosen now${view.shared ? ", for everybody in the project" : ""}.`,
      action: { label: "Undo", onPress: () => void undo() },
    })
    router.push(`/projects/${projectId}/flags?view=${view.id}`, { scroll: false })
    router.refresh()
  }
}
