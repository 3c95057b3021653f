import type { RationaleNode } from "../../../../../../lib/domain/rationale.ts"

const key = (unitId: string) => `apparatus-draft-${unitId}`

/** What was typed about a claim and not saved yet: it survives going to another claim, a reload and a crash. */
export function draftOf(unitId: string): RationaleNode | null {
  try {
    return JSON.parse(window.localStorage.getItem(key(unitId)) ?? "null") as RationaleNode | null
  } catch {
    return null
  }
}

export function keepDraft(unitId: string, rationale: RationaleNode): void {
  try {
    window.localStorage.setItem(key(unitId), JSON.stringify(rationale))
  } catch {
    // A full or forbidden store only costs the safety net; the words are still in the editor.
  }
}

export function dropDraft(unitId: string): void {
  window.localStorage.removeItem(key(unitId))
}
