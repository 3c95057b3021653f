import { documentText } from "../db/claim-rows.ts"
import { inTurns } from "../db/in-turns.ts"
import { type Actor, readDocument } from "../db/pass.ts"
import { allUnits } from "../db/unit-rows.ts"
import { flagsOfText, lastToRenew, workedUnits } from "../db/version-rows.ts"
import { fail, ok, type Result } from "../domain/failure.ts"
import type { FlagReason, FlagRule } from "../domain/flag.ts"
import { type NewVersion, renewed } from "../domain/new-version.ts"
import { reAnchoring } from "../domain/re-anchor.ts"
import { alignmentSteps } from "../domain/text-alignment.ts"
import { differencePieces, type Piece } from "../domain/text-difference.ts"
import type { UnitKind } from "../domain/unit.ts"
import { givenText } from "../intake/given-text.ts"
import { parse } from "../schema/parse.ts"
import { versionReading } from "../schema/version-input.ts"
import { splitSteps } from "../text/split-text.ts"

/** What a text would come to as the next version of a document. */
export interface VersionPreview {
  readonly counts: Omit<NewVersion, "number" | "sha256">
  readonly pieces: readonly Piece[]
  /** Pieces that are left out, since nobody would read so many. */
  readonly more: number
  readonly moved: readonly { readonly id: string; readonly quote: string }[]
  readonly lost: readonly { readonly id: string; readonly quote: string; readonly kind: UnitKind }[]
  readonly lostFlags: readonly { readonly id: string; readonly quote: string; readonly reason: FlagReason | FlagRule }[]
}

/** Pieces of a difference, and passages of a list, that one answer has at most. */
const most = 2_000

/**
 * Compare a text with the current version of a document and tell what would come along, move and be lost, as adding it
 * would. Nothing is stored. `limit` answers how many bytes a text may have.
 */
export const versionPreview = (limit: () => number) =>
  Object.assign(
    async (
      actor: Actor,
      input: unknown,
      report: (share: number) => void = () => {},
    ): Promise<Result<VersionPreview>> => {
      const parsed = parse(versionReading, input)
      if (!parsed.ok) return parsed
      const { documentId, onto } = parsed.value
      const current = await readDocument(actor, documentId, "document.edit", async pass =>
        pass.number === onto
          ? ok({
              number: pass.number,
              oldText: await documentText(pass),
              units: await allUnits(pass),
              flags: await flagsOfText(pass),
              worked: await workedUnits(pass),
            })
          : fail({ code: "version-overtaken", by: await lastToRenew(pass) }),
      )
      if (!current.ok) return current
      const { number, oldText, units, flags, worked } = current.value
      const read = await givenText(parsed.value, limit())
      if (!read.ok) return read
      const { text } = read.value
      if (text === oldText) return fail({ code: "version-same" })
      const alignment = await inTurns(alignmentSteps(oldText, text), () => report(0.3))
      const proposed = await inTurns(splitSteps(text), ({ done }) => report(0.3 + (0.7 * done) / text.length))
      const { counts, kept, lost, lostFlags } = renewed({
        number: number + 1,
        text,
        units,
        worked: id => worked.has(id),
        flags,
        proposed,
        find: reAnchoring({ oldText, freshText: text, alignment }),
        newId: () => "",
      })
      const pieces = differencePieces(oldText, text, alignment)
      const moved = kept.filter(({ at }) => at.how === "moved").map(({ unit }) => unit.state)
      return ok({
        counts,
        pieces: pieces.slice(0, most),
        more: Math.max(0, pieces.length - most),
        moved: moved.slice(0, most).map(({ id, start, end }) => ({ id, quote: oldText.slice(start, end) })),
        lost: lost.slice(0, most).map(({ id, kind, start, end }) => ({ id, kind, quote: oldText.slice(start, end) })),
        lostFlags: lostFlags.slice(0, most).map(({ id, quote, reason }) => ({ id, quote, reason })),
      })
    },
    { needs: "document.edit" as const, scope: "document" as const, input: versionReading },
  )
