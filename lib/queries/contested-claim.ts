import { claimFacts, currentPolicy } from "../db/claim-facts.ts"
import { documentText } from "../db/claim-rows.ts"
import { contestedPlace, documentOf } from "../db/contested-rows.ts"
import { documentNames } from "../db/flag-lists.ts"
import { type Actor, type DocumentPass, isId, readDocument, readProject } from "../db/pass.ts"
import { projectWordsRow } from "../db/project-lists.ts"
import { may, offers } from "../domain/access.ts"
import type { Condition } from "../domain/condition.ts"
import { type Votes, waysContested } from "../domain/contested.ts"
import { fail, ok } from "../domain/failure.ts"
import type { Label } from "../domain/label.ts"
import { decisionConditions } from "../domain/label-conditions.ts"
import type { Span } from "../domain/unit.ts"
import { contestedFilter } from "../schema/adjudication-input.ts"
import { type Card, cardIn } from "./claim-card.ts"
import { contestedWish } from "./listed-contested.ts"
import { readFilter } from "./read-filter.ts"

/** Characters of the text that are shown before and after a claim. */
const reach = 700

/**
 * A claim for whom decides on it: what each annotator says, what is cited, what the policy makes of it and why that does
 * not decide, and its neighbours in the list that `input`, out of an address, asks for. Blindness hides what it hides.
 */
export async function contestedClaim(actor: Actor, projectId: string, unitId: string, input: unknown = {}) {
  const filter = readFilter(contestedFilter, input)
  if (!filter.ok) return filter
  const document = isId(unitId)
    ? await readProject(actor, projectId, "project.read", async pass => ok(await documentOf(pass, unitId)))
    : fail({ code: "not-found" })
  if (!document.ok) return document
  if (!document.value) return fail({ code: "not-found" })
  return readDocument(actor, document.value, "project.read", async pass => {
    const card = await cardIn(pass, unitId)
    if (!card.ok) return card
    if (card.value.unit.kind !== "claim") return fail({ code: "not-a-claim" })
    const { page: _page, ...asked } = filter.value
    const { wish, ownForbidden } = await contestedWish(pass, asked)
    const { policy } = await currentPolicy(pass)
    const [known] = await claimFacts(pass, pass, [unitId], "seen")
    const citations = known?.facts.citations ?? []
    const lacks = (label: Label) => decisionConditions(label, citations, policy).filter(({ met }) => !met)
    return ok({
      project: (await projectWordsRow(pass)).name,
      me: pass.actor.id,
      offers: offers(pass.role),
      filter: asked,
      document: {
        id: pass.documentId,
        title: (await documentNames(pass)).find(({ id }) => id === pass.documentId)?.title ?? "",
      },
      card: card.value,
      ...around(await documentText(pass), card.value.unit),
      votes: votesOf(card.value),
      ways: known ? waysContested(known.facts, policy) : [],
      /** What a decision on each label lacks of what the policy asks for. */
      lacks: {
        documented: lacks("documented"),
        disputed: lacks("disputed"),
        speculative: lacks("speculative"),
      } satisfies Record<Label, readonly Condition[]>,
      /** Why the reader may not decide; null when they may. */
      barred: barredOf(pass, card.value, ownForbidden),
      neighbours: await contestedPlace(pass, wish, unitId),
    })
  })
}
contestedClaim.input = contestedFilter

/** The claim's words and those around it, cut between words and never within a character. */
function around(text: string, { start, end }: Span) {
  const before = text.slice(Math.max(0, start - reach), start)
  const after = text.slice(end, end + reach)
  const [from, to] = [
    start > reach ? before.search(/\s/) : 0,
    end + reach < text.length ? after.search(/\s\S*$/) : after.length,
  ]
  return {
    before: before.slice(Math.max(0, from)),
    quote: text.slice(start, end),
    after: after.slice(0, to < 0 ? after.length : to),
  }
}

const votesOf = ({ mine, others }: Card): Votes => {
  const said = [...(mine ? [mine] : []), ...others]
  const count = (label: string) => said.filter(one => one.label === label).length
  return { documented: count("documented"), disputed: count("disputed"), speculative: count("speculative") }
}

function barredOf(pass: DocumentPass, card: Card, ownForbidden: boolean): "role" | "own" | "round" | null {
  if (!may(pass.role, "claim.adjudicate")) return "role"
  if (card.veiled) return "round"
  return ownForbidden && card.mine ? "own" : null
}

type Answer = Awaited<ReturnType<typeof contestedClaim>>
export type ContestedClaimPage = Extract<Answer, { ok: true }>["value"]
