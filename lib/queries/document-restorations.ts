import { currentPolicy } from "../db/claim-facts.ts"
import { citationById, currentAdjudication, currentAnnotation, flagById, isVeiled } from "../db/claim-rows.ts"
import { passageById } from "../db/history-scope.ts"
import type { DocumentPass } from "../db/pass.ts"
import { unitAt } from "../db/thread-rows.ts"
import { allUnits, unitById } from "../db/unit-rows.ts"
import { may } from "../domain/access.ts"
import type { Change } from "../domain/change.ts"
import { differingFacts, type Fact, type Known } from "../domain/detail.ts"
import { effectDetails } from "../domain/document-change-details.ts"
import { type Earlier, earlierStates } from "../domain/earlier-state.ts"
import type { AdjudicationState, AnnotationState, CitationState, FlagState } from "../domain/effect.ts"
import { failureSentence } from "../domain/failure-sentence.ts"
import type { Restoration } from "../domain/restoration.ts"
import { annotationFacts, citationFacts, decisionFacts, flagFacts } from "../domain/state-facts.ts"
import { canonical } from "../domain/undo.ts"
import { restoreUnits } from "../domain/unit-edit.ts"

type Found = Omit<Restoration, "side"> | null

/** What the actor can bring back from a change of a document. What their role or the rules forbid is not among it. */
export async function documentRestorations(pass: DocumentPass, change: Change, known: Known): Promise<Restoration[]> {
  const list: Restoration[] = []
  for (const earlier of earlierStates(change)) {
    const found = await restorationOf(pass, earlier, known)
    const offered = list.some(({ ask, what }) => what === found?.what && canonical(ask) === canonical(found.ask))
    if (found && !offered) list.push({ ...found, side: earlier.side })
  }
  return list
}

async function restorationOf(pass: DocumentPass, earlier: Earlier, known: Known): Promise<Found> {
  switch (earlier.what) {
    case "label":
      return labelAgain(pass, earlier.state, known)
    case "citation":
      return citationAgain(pass, earlier.state, known)
    case "flag":
      return flagAgain(pass, earlier.state, known)
    case "decision":
      return decisionAgain(pass, earlier.state, known)
    case "passages":
      return passagesAgain(pass, earlier.unitIds, known)
    default:
      return null
  }
}

async function labelAgain(pass: DocumentPass, state: AnnotationState, known: Known): Promise<Found> {
  if (state.reviewerId !== pass.actor.id || !may(pass.role, "annotation.give")) return null
  const { unitId, label, confidence, rationale, said } = state
  const now = await currentAnnotation(pass, unitId, pass.actor.id)
  const words = { label, confidence, rationale, said }
  if (now && canonical(words) === canonical(wordsOf(now))) return null
  const ask = { what: "label", unitId, seen: now?.id ?? null, ...words } as const
  return offer(
    ask,
    facts(now, state, given => annotationFacts(given, known)),
    await hindrance(pass, unitId),
  )
}

const wordsOf = ({ label, confidence, rationale, said }: AnnotationState) => ({ label, confidence, rationale, said })

async function citationAgain(pass: DocumentPass, state: CitationState, known: Known): Promise<Found> {
  const row = await citationById(pass, state.id)
  if (!row || !may(pass.role, "citation.give")) return null
  const { state: now, version } = row
  const mine = now.authorId === pass.actor.id
  const citationId = state.id
  const hindered = await hindrance(pass, now.unitId)
  if (now.withdrawn) {
    if (!mine && !may(pass.role, "source.edit")) return null
    const fields = facts(now, { ...now, withdrawn: false }, cited => citationFacts(cited, known))
    return offer({ what: "withdrawn-citation", citationId, version }, fields, hindered)
  }
  const { id: _id, unitId: _unit, authorId: _author, withdrawn: _withdrawn, ...words } = state
  const then = { ...now, ...words }
  if (!mine || canonical(then) === canonical(now)) return null
  const fields = facts(now, then, cited => citationFacts(cited, known))
  return offer({ what: "citation", citationId, version, words }, fields, null)
}

async function flagAgain(pass: DocumentPass, state: FlagState, known: Known): Promise<Found> {
  const row = await flagById(pass, state.id)
  if (row?.state.status !== "withdrawn" || !may(pass.role, "flag.raise")) return null
  const { state: now, version } = row
  if (now.raisedBy !== pass.actor.id && !may(pass.role, "flag.answer")) return null
  const fields = facts(now, { ...now, status: "open" as const }, flag => flagFacts(flag, known))
  return offer({ what: "withdrawn-flag", flagId: now.id, version }, fields, null)
}

async function decisionAgain(pass: DocumentPass, state: AdjudicationState, known: Known): Promise<Found> {
  const { unitId, label, reason } = state
  // In a round that is not revealed nobody is told what another editor decided.
  if (!may(pass.role, "claim.adjudicate") || (await isVeiled(pass, unitId))) return null
  const now = await currentAdjudication(pass, unitId)
  if (now && now.label === label && now.reason === reason) return null
  const then = { ...state, editorId: pass.actor.id }
  const { policy } = await currentPolicy(pass)
  const own = !policy.adjudicateOwn && (await currentAnnotation(pass, unitId, pass.actor.id)) !== null
  const why = (await hindrance(pass, unitId)) ?? (own ? failureSentence({ code: "adjudication-own" }) : null)
  const ask = { what: "decision", unitId, seen: now?.id ?? null, label, reason } as const
  return offer(
    ask,
    facts(now, then, decision => decisionFacts(decision, known)),
    why,
  )
}

/** So many passages at most are restored from one change; a whole text is split again on its own page. */
const mostRestored = 20

async function passagesAgain(pass: DocumentPass, unitIds: readonly string[], known: Known): Promise<Found> {
  if (!may(pass.role, "unit.edit") || unitIds.length > mostRestored) return null
  const place = await passageById(pass, unitIds[0]!)
  if (place?.number !== pass.number) return null
  const unitId = await unitAt(pass, place)
  const unit = unitId && (await unitById(pass, unitId))
  const effect = unit && restoreUnits(await allUnits(pass), unit.state)
  if (!unit || !effect || !effect.ok) return null
  const { groups, passages } = effectDetails(effect.value, known)
  const ask = { what: "passages", unitId: unit.state.id, version: unit.version } as const
  return {
    ...offer(
      ask,
      groups.flatMap(({ fields }) => fields),
      null,
    ),
    passages,
  }
}

const facts = <S>(now: S | null, then: S, of: (state: S) => readonly Fact[]) => differingFacts(now && of(now), of(then))

const offer = (ask: NonNullable<Restoration["ask"]>, fields: Restoration["fields"], why: string | null) => ({
  what: ask.what,
  fields,
  passages: null,
  ask: why === null ? ask : null,
  why,
})

/** Why nothing can be said of a passage any more, in a sentence; null when it can. */
async function hindrance(pass: DocumentPass, unitId: string): Promise<string | null> {
  const unit = await unitById(pass, unitId)
  if (!unit || unit.state.retired)
    return "This passage was split or merged since, so nothing can be given to it again. Say it of what it became, on that claim’s card."
  return unit.state.kind === "claim" ? null : failureSentence({ code: "not-a-claim" })
}
