import type { LiveEvent, PersonHere, Revisions } from "../../lib/domain/live.ts"

/** What a browser has heard of the projects that it has open. */
export interface LiveState {
  readonly revisions: Readonly<Record<string, Revisions>>
  readonly people: Readonly<Record<string, readonly PersonHere[]>>
  /** Projects that are closed to this person. */
  readonly closed: readonly string[]
}

export const nothingHeard: LiveState = { revisions: {}, people: {}, closed: [] }

/**
 * The state after an event. Revisions only grow, so that messages about them may come in any order and more than once;
 * of people the last word counts.
 */
export function heard(state: LiveState, event: LiveEvent): LiveState {
  if (event.kind === "revisions") {
    const { projectId, project, documents } = event
    const opened = { ...state, closed: state.closed.filter(id => id !== projectId) }
    return withRevisions(opened, projectId, project, documents)
  }
  if (event.kind === "moved") {
    const { projectId, documentId, revision } = event
    return documentId === null
      ? withRevisions(state, projectId, revision, {})
      : withRevisions(state, projectId, 0, { [documentId]: revision })
  }
  if (event.kind === "people") return withPeople(state, event.projectId, () => event.people)
  if (event.kind === "came")
    return withPeople(state, event.projectId, now => [
      ...now.filter(({ key }) => key !== event.person.key),
      event.person,
    ])
  if (event.kind === "went")
    return withPeople(state, event.projectId, now => now.filter(({ key }) => key !== event.key))
  if (event.kind === "closed") return { ...state, closed: [...new Set([...state.closed, event.projectId])] }
  return state
}

function withRevisions(
  state: LiveState,
  projectId: string,
  project: number,
  documents: Readonly<Record<string, number>>,
): LiveState {
  const now = state.revisions[projectId] ?? { projectId, project: 0, documents: {} }
  const newer = Object.entries(documents).filter(([id, revision]) => revision > (now.documents[id] ?? -1))
  const next = {
    projectId,
    project: Math.max(now.project, project),
    documents: newer.length > 0 ? { ...now.documents, ...Object.fromEntries(newer) } : now.documents,
  }
  return { ...state, revisions: { ...state.revisions, [projectId]: next } }
}

function withPeople(
  state: LiveState,
  projectId: string,
  change: (now: readonly PersonHere[]) => readonly PersonHere[],
): LiveState {
  return { ...state, people: { ...state.people, [projectId]: change(state.people[projectId] ?? []) } }
}
