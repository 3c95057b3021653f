import type { RationaleNode } from "../../../../../../lib/domain/rationale.ts"

const key = (personId: string, unitId: string) => `apparatus-draft-${personId}-${unitId}`

/**
 * What a person typed about a claim and has not saved yet: it survives going to another claim, a reload, the end of
 * the session and a crash. Another person on the same browser does not see it.
 */
export function draftOf(personId: string, unitId: string): RationaleNode | null {
  try {
    return JSON.parse(window.localStorage.getItem(key(personId, unitId)) ?? "null") as RationaleNode | null
  } catch {
    return null
  }
}

export function keepDraft(personId: string, unitId: string, rationale: RationaleNode): void {
  try {
    window.localStorage.setItem(key(personId, unitId), JSON.stringify(rationale))
  } catch {
    // A full or forbidden store only costs the safety net; the words are still in the editor.
  }
}

export function dropDraft(personId: string, unitId: string): void {
  window.localStorage.removeItem(key(personId, unitId))
}
