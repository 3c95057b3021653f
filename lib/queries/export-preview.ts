import { documentNames } from "../db/flag-lists.ts"
import { type Actor, readProject } from "../db/pass.ts"
import { fail, ok } from "../domain/failure.ts"
import { labels } from "../domain/label.ts"
import { type LeftOutClaim, leftOutGroups, type OutgoingClaim } from "../domain/outgoing-claims.ts"
import type { UnitKind } from "../domain/unit.ts"
import { exportFilter } from "../schema/export-input.ts"
import { exportParts } from "./export-parts.ts"
import { exportPlan, type PlannedDocument } from "./export-plan.ts"
import { readFilter } from "./read-filter.ts"

/** Claims that a preview shows. */
const most = 20
/** Claims that a group of left-out ones shows. */
const listed = 50

export type PreviewClaim = OutgoingClaim & { readonly documentId: string; readonly title: string }
export type LeftOutRow = LeftOutClaim & { readonly documentId: string }

/**
 * What an export holds and what it leaves out: the counts of it all, and the first claims of either as they stand in the
 * file. `input` comes from an address.
 */
export async function exportPreview(actor: Actor, projectId: string, input: unknown) {
  const filter = readFilter(exportFilter, input)
  if (!filter.ok) return filter
  const { positions, ...rest } = filter.value
  return readProject(actor, projectId, "claims.export", async pass => {
    const names = await documentNames(pass)
    const choice = { ...rest, quotes: !positions }
    const plan = await exportPlan(pass, choice, { whom: true })
    if (rest.documentId && plan.documents.length === 0) return fail({ code: "not-found" })
    const claims: PreviewClaim[] = []
    for await (const { document, claims: run } of exportParts(pass, choice, plan, { claims: most }))
      claims.push(...run.map(claim => ({ ...claim, documentId: document.documentId, title: document.title })))
    const left: LeftOutRow[] = []
    const unread = new Set<string>()
    for await (const { document, leftOut, trouble } of exportParts(pass, choice, plan, "left-out")) {
      if (trouble !== null) unread.add(document.documentId)
      left.push(...leftOut.map(claim => ({ ...claim, documentId: document.documentId })))
    }
    const sum = (count: (document: PlannedDocument) => number) =>
      plan.documents.reduce((all, one) => all + count(one), 0)
    return ok({
      filter: filter.value,
      names,
      policyVersion: plan.policyVersion,
      people: plan.people.size,
      heldBack: plan.naming.heldBack(plan.people),
      chosen: sum(one => one.chosen),
      unfit: sum(one => one.unfit),
      keptBack: sum(one => one.keptBack),
      labels: labels.map(label => ({ label, count: sum(one => one.labels[label]) })),
      dissented: sum(one => one.dissented),
      sources: plan.sources.map(({ id, line }) => ({ id, line })),
      claims,
      leftOut: leftOutGroups(left).map(group => ({
        why: group.why,
        count: group.claims.length,
        claims: group.claims.slice(0, listed),
      })),
      missing: plan.documents
        .filter(({ documentId, trouble }) => trouble !== null || unread.has(documentId))
        .map(({ documentId, title }) => ({ documentId, title })),
      notClaims: plan.documents.reduce<Partial<Record<UnitKind, number>>>((all, { notClaims }) => {
        for (const [kind, count] of Object.entries(notClaims) as [UnitKind, number][])
          all[kind] = (all[kind] ?? 0) + count
        return all
      }, {}),
    })
  })
}
exportPreview.input = exportFilter

export type ExportPreview = Extract<Awaited<ReturnType<typeof exportPreview>>, { ok: true }>["value"]
