import { cardAnnotations, cardCitations } from "../db/card-rows.ts"
import { claimFacts } from "../db/claim-facts.ts"
import { flagById, spanText } from "../db/claim-rows.ts"
import { claimsUnder, flagDetail } from "../db/flag-preview-rows.ts"
import { type Actor, atVersion, type DocumentPass, isId, readDocument } from "../db/pass.ts"
import { byKey } from "../domain/by-key.ts"
import { versionOf } from "../domain/effect.ts"
import { fail, ok } from "../domain/failure.ts"
import type { Span } from "../domain/unit.ts"
import { ruleSentences } from "./flags.ts"

/** How much of the text before and after a passage is shown, in UTF-16 code units. */
const around = 400

/** How much of a passage is shown; people can flag a whole chapter. */
const mostShown = 1_500

/** How many of the claims that a flag crosses are shown. */
const mostClaims = 5

/**
 * A flag beside the list: its passage in what stands around it, and of the claims that it touches what each reviewer said
 * and how many citations there are, as far as the actor may see either.
 */
export const flagPreview = (actor: Actor, documentId: string, flagId: string) =>
  readDocument(actor, documentId, "project.read", async current => {
    const flag = isId(flagId) ? await flagById(current, flagId) : null
    if (!flag) return fail({ code: "not-found" })
    // One that the current text lost is shown in its own.
    const pass = atVersion(current, versionOf(flag.state))
    const { start, end, note, reason, unitId } = flag.state
    const shownEnd = Math.min(end, start + mostShown)
    const place = { start: Math.max(0, start - around), end: shownEnd + (shownEnd < end ? 0 : around) }
    const text = await spanText(pass, place)
    const cut = (from: number, to: number) => text.slice(Math.max(0, from), Math.max(0, to)).toWellFormed()
    const claims = await claimsUnder(pass, { start, end }, mostClaims + 1)
    const sentenceOf = await ruleSentences(pass, [{ id: flagId, reason, detail: await flagDetail(pass, flagId) }])
    return ok({
      id: flagId,
      before: cut(0, start - place.start),
      passage: cut(start - place.start, shownEnd - place.start),
      after: cut(shownEnd - place.start, text.length),
      note,
      found: unitId ? sentenceOf(flagId) : null,
      claims: await Promise.all(
        claims
          .slice(0, mostClaims)
          .map(claim => claimShown(pass, claim, cut(claim.start - place.start, claim.end - place.start))),
      ),
      more: claims.length > mostClaims,
    })
  })

async function claimShown(pass: DocumentPass, claim: Span & { readonly id: string }, quote: string) {
  const annotations = await cardAnnotations(pass, claim.id, claim)
  const citations = await cardCitations(pass, claim.id, claim)
  const [row] = await claimFacts(pass, pass, [claim.id], "seen")
  const stances = byKey(citations, ({ stance }) => stance)
  return {
    unitId: claim.id,
    quote,
    veiled: row?.veiled ?? false,
    state: row?.state ?? "open",
    verdict: row?.verdict ?? null,
    annotations: annotations
      .filter(({ current, unitId }) => current && unitId === claim.id)
      .map(({ id, reviewer, label, confidence, rationaleText }) => ({
        id,
        reviewer,
        label,
        confidence,
        rationaleText,
      })),
    citations: [...stances].map(([stance, list]) => ({ stance, count: list.length })),
  }
}

type Answer = Awaited<ReturnType<typeof flagPreview>>
export type FlagPreview = Extract<Answer, { ok: true }>["value"]
