import { lostCounts } from "../db/lost-rows.ts"
import { type Actor, readDocument } from "../db/pass.ts"
import { roomTitle } from "../db/reading-rows.ts"
import { veils } from "../db/sight.ts"
import { firstVersionBy, type VersionLine, type VersionStep, versionLines, versionSteps } from "../db/version-rows.ts"
import { offers } from "../domain/access.ts"
import { ok } from "../domain/failure.ts"
import type { NewVersion } from "../domain/new-version.ts"

/** One version of a text: what it is, who added it to which, and what that came to. */
export interface ShownVersion extends VersionLine {
  readonly state: "current" | "earlier" | "taken-back"
  readonly by: string | null
  /** The version that it came after; null for the first. */
  readonly from: number | null
  readonly added: ShownRenewal | null
}

/**
 * What a version came to, with the passages that were not found in one number; how many of them have work on them is null
 * for who may not know what others work on.
 */
interface ShownRenewal extends Omit<NewVersion, "lost" | "gone"> {
  readonly unfound: number
  readonly lost: number | null
}

/** The versions of a document's text, the newest first, and how much the current one lost. */
export const versions = (actor: Actor, documentId: string) =>
  readDocument(actor, documentId, "project.read", async pass => {
    const steps = await versionSteps(pass)
    const stands = chainFrom(pass.number, steps)
    const first = await firstVersionBy(pass)
    return ok({
      document: { id: documentId, projectId: pass.projectId, ...(await roomTitle(pass)) },
      offers: offers(pass.role),
      versions: (await versionLines(pass)).map((line): ShownVersion => {
        const step = steps.findLast(({ added }) => added.number === line.number)
        const state = line.number === pass.number ? "current" : stands.has(line.number) ? "earlier" : "taken-back"
        return {
          ...line,
          state,
          by: step?.by ?? (line.number === 1 ? first : null),
          from: step?.from ?? null,
          added: step?.added ? shownRenewal(step.added, veils(pass)) : null,
        }
      }),
      lost: await lostCounts(pass),
    })
  })

function shownRenewal({ lost, gone, ...added }: NewVersion, veiled: boolean): ShownRenewal {
  return { ...added, unfound: lost + gone, lost: veiled ? null : lost }
}

/** The versions that the current one came from, one after another. */
function chainFrom(number: number, steps: readonly VersionStep[]): ReadonlySet<number> {
  const chain = new Set([number])
  for (let at: number | undefined = number; at !== undefined; ) {
    const here: number = at
    at = steps.findLast(({ added }) => added.number === here)?.from
    if (at === undefined || chain.has(at)) break
    chain.add(at)
  }
  return chain
}

type Answer = Awaited<ReturnType<typeof versions>>
export type VersionsPage = Extract<Answer, { ok: true }>["value"]
