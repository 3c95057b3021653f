import type { Effect, Step } from "../domain/effect.ts"
import type { ProjectPass } from "./pass.ts"

/**
 * Whether an effect would give a new row an id that another row has, or two new rows one id. Callers choose the ids;
 * without this look a reused one would bring an older label back instead of storing the new one.
 */
export async function idsTaken(pass: ProjectPass, effect: Effect): Promise<boolean> {
  const [units, citations, flags] = [made(effect.units), made(effect.citations), made(effect.flags)]
  const [annotations, adjudications] = [said(effect.annotations), said(effect.adjudications)]
  const [threads, comments] = [made(effect.threads), made(effect.comments)]
  const suggested = made(effect.preAnnotations)
  const all = [
    ...units,
    ...citations,
    ...flags,
    ...annotations,
    ...adjudications,
    ...threads,
    ...comments,
    ...suggested,
  ]
  if (all.length === 0) return false
  if (new Set(all).size < all.length) return true
  const [row] = await pass.tx.$queryRaw<{ taken: boolean }[]>`
    SELECT EXISTS (SELECT 1 FROM "Unit" WHERE id = ANY(${units}::uuid[]))
      OR EXISTS (SELECT 1 FROM "Citation" WHERE id = ANY(${citations}::uuid[]))
      OR EXISTS (SELECT 1 FROM "Flag" WHERE id = ANY(${flags}::uuid[]))
      OR EXISTS (SELECT 1 FROM "Annotation" WHERE id = ANY(${annotations}::uuid[]))
      OR EXISTS (SELECT 1 FROM "Adjudication" WHERE id = ANY(${adjudications}::uuid[]))
      OR EXISTS (SELECT 1 FROM "Thread" WHERE id = ANY(${threads}::uuid[]))
      OR EXISTS (SELECT 1 FROM "Comment" WHERE id = ANY(${comments}::uuid[]))
      OR EXISTS (SELECT 1 FROM "PreAnnotation" WHERE id = ANY(${suggested}::uuid[])) AS taken`
  return row!.taken
}

type Steps = readonly Step<{ readonly id: string }>[] | undefined

const made = (steps: Steps): string[] =>
  (steps ?? []).flatMap(({ before, after }) => (after && !before ? [after.id] : []))

// A new state of an annotation or a decision is always a new row.
const said = (steps: Steps): string[] => (steps ?? []).flatMap(({ after }) => (after ? [after.id] : []))
