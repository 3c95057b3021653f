import { unitPlaces } from "../db/activity-rows.ts"
import { readChoice } from "../db/agreement-choice.ts"
import { claimsInSight } from "../db/claims-in-sight.ts"
import { partOf } from "../db/keyset.ts"
import { type Actor, readProject } from "../db/pass.ts"
import { projectWordsRow } from "../db/project-lists.ts"
import type { ShownPerson } from "../db/shown-people.ts"
import { claimsBehind } from "../domain/agreement-figures.ts"
import { ok } from "../domain/failure.ts"
import { confidences, labels } from "../domain/label.ts"
import { chosenClaims, type LabelledClaims, verdictOf } from "../domain/labelled-claims.ts"
import { shortened } from "../domain/sentence-words.ts"
import { agreementClaimsFilter } from "../schema/agreement-input.ts"
import { pageSize, placeIn } from "../schema/list-filter.ts"
import { readFilter } from "./read-filter.ts"

/** The claims behind a figure of agreement, a page of them, each with the labels that it is made of. */
export async function agreementClaims(actor: Actor, projectId: string, input: unknown) {
  const filter = readFilter(agreementClaimsFilter, input)
  if (!filter.ok) return filter
  return readProject(actor, projectId, "project.read", async pass => {
    const { claims: all } = await claimsInSight(pass, filter.value.labels)
    const read = await readChoice(pass, all, filter.value)
    if (!read.ok) return read
    const { choice, documents, people } = read.value
    const claims = chosenClaims(all, choice)
    const behind = claimsBehind(claims, filter.value.differ === "1")
    const part = partOf(behind, placeIn(filter.value), pageSize, claim => claims.ids[claim]!)
    if (!part.ok) return part
    const { rows: shown, after } = part.value
    const places = await unitPlaces(
      pass,
      shown.map(claim => claims.ids[claim]!),
    )
    const titles = new Map(documents.map(({ id, title }) => [id, title]))
    return ok({
      project: (await projectWordsRow(pass)).name,
      filter: filter.value,
      documents,
      people,
      total: behind.length,
      after,
      claims: shown.map(claim => {
        const [unitId, documentId] = [claims.ids[claim]!, claims.documentIds[claims.documents[claim]!]!]
        const quote = shortened(places.get(unitId)?.quote ?? "")
        const document = titles.get(documentId) ?? ""
        return {
          unitId,
          documentId,
          document,
          quote,
          verdict: verdictOf(claims, claim),
          labels: given(claims, claim, people),
        }
      }),
    })
  })
}
agreementClaims.input = agreementClaimsFilter

/** The labels of a claim with who gave them, by name. */
function given({ labels: table, confidences: sure }: LabelledClaims, claim: number, people: readonly ShownPerson[]) {
  const [from, to] = [table.starts[claim]!, table.starts[claim + 1]!]
  const all = Array.from({ length: to - from }, (_, at) => ({
    person: people[table.raters[from + at]!]!.name,
    label: labels[table.given[from + at]!]!,
    confidence: confidences[sure[from + at]!]!,
  }))
  return all.sort((a, b) => (a.person < b.person ? -1 : 1))
}

type Answer = Awaited<ReturnType<typeof agreementClaims>>
export type AgreementClaimsPage = Extract<Answer, { ok: true }>["value"]
