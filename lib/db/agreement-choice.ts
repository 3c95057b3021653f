import { dayNumber } from "../domain/day-number.ts"
import { fail, ok, type Result } from "../domain/failure.ts"
import type { ClaimChoice, ClaimKind, LabelledClaims } from "../domain/labelled-claims.ts"
import { documentsInOrder } from "./matrix-rows.ts"
import type { ProjectPass } from "./pass.ts"
import { peopleBehind, type ShownPerson } from "./shown-people.ts"

/** A choice with documents and people by the ids under which the actor knows them, and days as ISO 8601 writes them. */
interface AskedChoice {
  readonly document?: string | undefined
  readonly kind?: ClaimKind | undefined
  readonly from?: string | undefined
  readonly to?: string | undefined
  readonly one?: string | undefined
  readonly other?: string | undefined
}

export interface ReadChoice {
  readonly choice: ClaimChoice
  readonly documents: readonly { readonly id: string; readonly title: string }[]
  /** Those who labelled a claim, by their numbers, as the actor may know them. */
  readonly people: readonly ShownPerson[]
}

/** The choice by the rows' own ids, with the names of what can be chosen; a document or person of nowhere is not found. */
export async function readChoice(
  pass: ProjectPass,
  claims: LabelledClaims,
  asked: AskedChoice,
): Promise<Result<ReadChoice>> {
  const documents = await documentsInOrder(pass)
  const known = await peopleBehind(pass, claims.personIds)
  const people = claims.personIds.map(id => known.get(id) ?? { id, name: "Somebody" })
  const wanted = [...new Set([asked.one, asked.other].filter(id => id !== undefined))]
  const at = wanted.map(id => people.findIndex(person => person.id === id))
  if (at.includes(-1) || (asked.document && !documents.some(({ id }) => id === asked.document)))
    return fail({ code: "not-found" })
  const choice = {
    document: asked.document,
    kind: asked.kind,
    from: asked.from === undefined ? undefined : dayOf(asked.from),
    to: asked.to === undefined ? undefined : dayOf(asked.to),
    people: at.map(number => claims.personIds[number]!),
  }
  return ok({ choice, documents, people })
}

function dayOf(iso: string): number {
  const [year, month, day] = iso.split("-").map(Number)
  return dayNumber({ year: year!, month: month!, day: day! })
}
