"use client"
import { useCallback, useEffect, useState } from "react"
import type { Mentionable } from "../../../../lib/domain/comment-text.ts"
import { api } from "../../../_ui/api.ts"

const lists = new Map<string, Promise<readonly Mentionable[] | null>>()

/** Who can be mentioned in a project, asked for once a page; null when they could not be asked for. */
function peopleOf(projectId: string): Promise<readonly Mentionable[] | null> {
  const known = lists.get(projectId)
  if (known) return known
  const asked = api
    .get<{ people: readonly Mentionable[] }>(`/projects/${projectId}/people`)
    .then(answer => (answer.ok ? answer.value.people : null))
  lists.set(projectId, asked)
  // Who joins meanwhile can be mentioned soon, and what failed is asked again.
  void asked.then(people => setTimeout(() => lists.delete(projectId), people ? 60_000 : 0))
  return asked
}

/** The people of a project once somebody is about to be mentioned, and a way to wait for them. */
export function usePeople(projectId: string, wanted: boolean) {
  const [people, setPeople] = useState<readonly Mentionable[]>([])
  useEffect(() => {
    if (!wanted) return
    let here = true
    void peopleOf(projectId).then(found => here && found && setPeople(found))
    return () => {
      here = false
    }
  }, [projectId, wanted])
  return { people, ask: useCallback(() => peopleOf(projectId), [projectId]) }
}
