import { type Actor, readProject } from "../db/pass.ts"
import { ok, type Result } from "../domain/failure.ts"
import { flagsUndo } from "../schema/flag-desk-input.ts"
import { parse } from "../schema/parse.ts"
import { derivedRequest } from "./derived-request.ts"
import { undoDocumentFlags } from "./flags-in-document.ts"

/**
 * Take back one's own acts at the flag desk, named by the changes that they were: nothing else is taken back, also when
 * one did something since. `undone` counts flags that are as they were before, `kept` those that were changed since.
 */
async function undo(actor: Actor, raw: unknown): Promise<Result<{ undone: number; kept: number; blocked: number }>> {
  const parsed = parse(flagsUndo, raw)
  if (!parsed.ok) return parsed
  const { projectId, requestId, changes } = parsed.value
  const allowed = await readProject(actor, projectId, "flag.raise", async () => ok(null))
  if (!allowed.ok) return allowed
  const [first] = changes
  let [undone, kept, blocked] = [0, 0, 0]
  for (const { documentId, revision } of changes) {
    const request = derivedRequest(requestId, `${documentId} ${revision}`)
    const done = await undoDocumentFlags(actor, { projectId, documentId, revision, requestId: request })
    if (done.ok) {
      undone += done.value.undone ?? 0
      kept += done.value.kept ?? 0
    } else if (done.failure.code === "undo-blocked") blocked += 1
    else if (changes.length === 1 || first?.documentId === documentId) return done
    else blocked += 1
  }
  return ok({ undone, kept, blocked })
}

/** {@link undo} with what anybody needs for it. */
export const undoFlags = Object.assign(undo, {
  needs: "flag.raise" as const,
  scope: "project" as const,
  input: flagsUndo,
})
