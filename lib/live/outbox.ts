import type { LiveEvent, Revisions } from "../domain/live.ts"

/**
 * What a stream still has to say, in order, each thing once: a newer revision takes the place of an older one, and
 * where somebody is now that of where they were. So what waits for a slow reader never grows beyond what there is.
 */
export class Outbox {
  #waiting = new Map<string, LiveEvent>()

  put(event: LiveEvent): void {
    if (event.kind === "people")
      for (const [key, { kind, ...other }] of this.#waiting)
        if ((kind === "came" || kind === "went") && "projectId" in other && other.projectId === event.projectId)
          this.#waiting.delete(key)
    const key = keyOf(event)
    const before = this.#waiting.get(key)
    if (event.kind === "moved" && before?.kind === "moved" && before.revision > event.revision) return
    // Taken away first, so that it stands behind what came before it.
    this.#waiting.delete(key)
    this.#waiting.set(key, event.kind === "revisions" && before?.kind === "revisions" ? newest(before, event) : event)
  }

  get isEmpty(): boolean {
    return this.#waiting.size === 0
  }

  /** All of it; afterwards nothing waits. */
  take(): readonly LiveEvent[] {
    const all = [...this.#waiting.values()]
    this.#waiting = new Map()
    return all
  }
}

/** Of two readings the higher of each number; the one that ended later may have begun earlier. */
function newest<R extends Revisions>(one: R, other: R): R {
  const documents = { ...one.documents, ...other.documents }
  for (const [id, revision] of Object.entries(one.documents))
    documents[id] = Math.max(revision, other.documents[id] ?? 0)
  return { ...other, project: Math.max(one.project, other.project), documents }
}

function keyOf(event: LiveEvent): string {
  if (event.kind === "moved") return `moved ${event.documentId ?? event.projectId}`
  if (event.kind === "came") return `person ${event.projectId} ${event.person.key}`
  if (event.kind === "went") return `person ${event.projectId} ${event.key}`
  return `${event.kind} ${"projectId" in event ? event.projectId : ""}`
}
