import { activityCount, activityRows } from "../db/activity-rows.ts"
import { claimsInSight } from "../db/claims-in-sight.ts"
import { openFlags } from "../db/flag-desk-rows.ts"
import { documentNames } from "../db/flag-lists.ts"
import { ofProject } from "../db/history-scope.ts"
import { logHead } from "../db/log-in-project.ts"
import { claimSums, documentStrips, hotSpots, progressDays, reviewerLines } from "../db/overview-rows.ts"
import { type Actor, type ProjectPass, readProject } from "../db/pass.ts"
import { projectWordsRow } from "../db/project-lists.ts"
import { reopenedCount } from "../db/reopening-rows.ts"
import { may } from "../domain/access.ts"
import { wholeAgreement } from "../domain/agreement-figures.ts"
import { countLacks } from "../domain/claim-lacks.ts"
import { ok } from "../domain/failure.ts"
import type { FlagReason } from "../domain/flag.ts"
import { type Pace, paceOf, progressSeries } from "../domain/progress-series.ts"
import { overviewFilter } from "../schema/claims-input.ts"
import { placeIn } from "../schema/list-filter.ts"
import { type ClaimLacks, claimLacks } from "./claim-lacks.ts"
import { happeningsOf } from "./happenings.ts"
import { readFilter } from "./read-filter.ts"

/** How many documents have their strips on one page. */
export const stripsAtOnce = 10
const spots = 8
const changesTold = 6

/**
 * A project at a glance: how its claims stand and came to stand so, document by document, how far reviewers agree, what is
 * contested, what is in the way, who has what to do, what changed last. All of one snapshot, and only of what the actor
 * may see. `input` comes from an address.
 */
export async function overview(actor: Actor, projectId: string, input: unknown) {
  const filter = readFilter(overviewFilter, input)
  if (!filter.ok) return filter
  const { per } = filter.value
  return readProject(actor, projectId, "project.read", async pass => {
    const assigns = may(pass.role, "work.assign")
    const { name: project } = await projectWordsRow(pass)
    const documents = await documentNames(pass)
    const strips = await documentStrips(pass, placeIn(filter.value, stripsAtOnce), stripsAtOnce)
    if (!strips.ok) return strips
    return ok({
      project,
      me: actor.id,
      assigns,
      bound: pass.sight.bound || pass.sight.norming,
      filter: filter.value,
      documents: documents.length,
      sums: await claimSums(pass),
      openFlags: await openFlags(pass),
      reopened: await reopenedCount(pass),
      progress: await progress(pass, per),
      after: strips.value.after,
      strips: strips.value.rows,
      agreement: await agreement(pass),
      hotSpots: await hotSpots(pass, spots),
      inTheWay: inTheWay(await claimLacks(pass)),
      people: await reviewerLines(pass, assigns ? null : actor.id),
      lately: await lately(pass),
      logHead: await logHead(pass),
    })
  })
}
overview.input = overviewFilter

async function progress(pass: ProjectPass, asked: Pace | undefined) {
  const days = await progressDays(pass)
  const today = Math.floor(pass.at.getTime() / 86_400_000)
  const pace = paceOf(days[0]?.day ?? today, today, asked)
  return { pace, points: progressSeries(days, today, pace) }
}

/** How far the labels agree that the actor may see, as the page of agreement has it. */
async function agreement(pass: ProjectPass) {
  const { claims, find } = await claimsInSight(pass, "standing")
  return find("whole", () => wholeAgreement(claims))
}

/** What claims wait for, with how many wait for it, and how many are blocked by flags of each reason. */
function inTheWay({ lacks, flags }: ClaimLacks) {
  const reasons = new Map<FlagReason, number>()
  for (const found of flags.values()) for (const reason of found) reasons.set(reason, (reasons.get(reason) ?? 0) + 1)
  return {
    lacks: countLacks(lacks.values()),
    flags: [...reasons].map(([reason, claims]) => ({ reason, claims })).sort((a, b) => b.claims - a.claims),
  }
}

/** The last changes, each in a sentence that begins with who made it. */
async function lately(pass: ProjectPass) {
  const rows = (await activityRows(pass, ofProject(pass), {}, null, changesTold)) ?? []
  const changes = (await happeningsOf(pass, rows)).map(
    ({ streamId, revision, actor, at, sentence, documentId, document, unitId, start, behind }) => ({
      key: `${streamId} ${revision}`,
      actor,
      at: at.toISOString(),
      sentence,
      documentId,
      document,
      unitId,
      start,
      behind,
    }),
  )
  return { total: await activityCount(pass, ofProject(pass), {}), changes }
}

type Answer = Awaited<ReturnType<typeof overview>>
export type OverviewPage = Extract<Answer, { ok: true }>["value"]
