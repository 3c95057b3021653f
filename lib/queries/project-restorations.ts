import { currentPolicy } from "../db/claim-facts.ts"
import type { ProjectPass } from "../db/pass.ts"
import { documentRow, projectRow, sourceById } from "../db/project-rows.ts"
import { may } from "../domain/access.ts"
import type { Change, ProjectWords, Provenance, SourceState } from "../domain/change.ts"
import { type DetailField, differingFacts } from "../domain/detail.ts"
import { type Earlier, earlierStates } from "../domain/earlier-state.ts"
import type { Policy } from "../domain/policy.ts"
import { policyFields, projectFacts, provenanceFacts, recordFacts } from "../domain/project-change-details.ts"
import type { Restoration, RestoreRequest } from "../domain/restoration.ts"

/** What the actor can bring back from a change of the project itself. What their role forbids is not among it. */
export async function projectRestorations(pass: ProjectPass, change: Change): Promise<Restoration[]> {
  const list: Restoration[] = []
  for (const earlier of earlierStates(change)) {
    const found = await restorationOf(pass, earlier)
    if (found) list.push({ ...found, side: earlier.side })
  }
  return list
}

type Found = Omit<Restoration, "side"> | null

async function restorationOf(pass: ProjectPass, earlier: Earlier): Promise<Found> {
  switch (earlier.what) {
    case "provenance":
      return provenanceAgain(pass, earlier.documentId, earlier.state)
    case "project":
      return wordsAgain(pass, earlier.state)
    case "policy":
      return policyAgain(pass, earlier.state)
    case "source":
      return recordAgain(pass, earlier.state)
    default:
      return null
  }
}

async function provenanceAgain(pass: ProjectPass, documentId: string, words: Provenance): Promise<Found> {
  const now = may(pass.role, "document.edit") ? await documentRow(pass, documentId) : null
  if (!now) return null
  const fields = differingFacts(provenanceFacts(now), provenanceFacts(words))
  return offer({ what: "provenance", documentId, version: now.version, words }, fields)
}

async function wordsAgain(pass: ProjectPass, words: ProjectWords): Promise<Found> {
  if (!may(pass.role, "project.edit")) return null
  const now = await projectRow(pass)
  return offer({ what: "project", version: now.version, words }, differingFacts(projectFacts(now), projectFacts(words)))
}

async function policyAgain(pass: ProjectPass, words: Policy): Promise<Found> {
  if (!may(pass.role, "policy.edit")) return null
  const { version, policy } = await currentPolicy(pass)
  return offer({ what: "policy", version, words }, policyFields(policy, words))
}

async function recordAgain(pass: ProjectPass, { id, ...words }: SourceState): Promise<Found> {
  const now = await sourceById(pass, id)
  const nothing = { what: "source", fields: [], passages: null, ask: null } as const
  if (!now)
    return may(pass.role, "source.edit")
      ? { ...nothing, why: "This source was deleted since, so its record can’t be changed. Add it again." }
      : null
  if (!may(pass.role, "source.add")) return null
  if (now.createdBy !== pass.actor.id && !may(pass.role, "source.edit")) return null
  const fields = differingFacts(recordFacts(now.state), recordFacts(words))
  return offer({ what: "source", sourceId: id, version: now.version, words }, fields)
}

/** Nothing is offered that would change nothing. */
const offer = (ask: RestoreRequest, fields: readonly DetailField[]): Found =>
  fields.length === 0 ? null : { what: ask.what, fields, passages: null, ask, why: null }
