import { createHash } from "node:crypto"
import { uuidv7 } from "uuidv7"
import type * as z from "zod"
import { documentText } from "../db/claim-rows.ts"
import { inTurns } from "../db/in-turns.ts"
import { type Actor, readDocument } from "../db/pass.ts"
import { splitterOf } from "../db/resplit-rows.ts"
import { allUnits } from "../db/unit-rows.ts"
import { flagsOfText, insertVersion, lastToRenew, nextNumber, workedUnits } from "../db/version-rows.ts"
import { fail, ok, type Result } from "../domain/failure.ts"
import { renewed } from "../domain/new-version.ts"
import { reAnchoring } from "../domain/re-anchor.ts"
import { type Alignment, alignmentSteps } from "../domain/text-alignment.ts"
import type { ProposedUnit } from "../domain/unit.ts"
import { givenText, type ReadText } from "../intake/given-text.ts"
import { newVersion } from "../schema/version-input.ts"
import { splitSteps } from "../text/split-text.ts"
import { splitterVersion } from "../text/splitter-version.ts"
import { documentCommand, preparedShare, type Report } from "./command.ts"

interface Prepared extends ReadText {
  readonly oldText: string
  readonly alignment: Alignment
  readonly proposed: readonly ProposedUnit[]
}

type Input = z.output<typeof newVersion>

/**
 * Give a document a corrected text as its next version. Units and flags whose very words are found come along with all
 * that was said of them; those that are not and that somebody worked on stay behind, to be placed or given up. The texts
 * are compared before the document is held and the rows are read after, so that what is said meanwhile comes along too;
 * a version that somebody else added meanwhile is told.
 */
export const addVersion = (limit: () => number) =>
  documentCommand(
    "document.edit",
    newVersion,
    async (pass, { documentId, onto }, { text, anchors, original, oldText, alignment, proposed }: Prepared) => {
      if (onto !== pass.number) return fail({ code: "version-overtaken", by: await lastToRenew(pass) })
      const number = await nextNumber(pass)
      const sha256 = new Uint8Array(createHash("sha256").update(text, "utf8").digest())
      const words = text.match(/\S+/g)?.length ?? 0
      await insertVersion(pass, number, { documentId, text, words, sha256, splitterVersion, anchors, original })
      const from = await splitterOf(pass)
      const worked = await workedUnits(pass)
      const { effect, counts } = renewed({
        number,
        text,
        units: await allUnits(pass),
        worked: id => worked.has(id),
        flags: await flagsOfText(pass),
        proposed,
        find: reAnchoring({ oldText, freshText: text, alignment }),
        newId: uuidv7,
      })
      const added = { number, sha256: Buffer.from(sha256).toString("hex"), ...counts }
      return ok({
        change: {
          kind: "version-added",
          effect: {
            versions: [{ before: { number: pass.number }, after: { number } }],
            ...(from !== splitterVersion && {
              splitter: [{ before: { version: from }, after: { version: splitterVersion } }],
            }),
            ...effect,
          },
          added,
        },
        answer: { added },
      })
    },
    (actor, input, report) => prepare(actor, input, limit(), report),
  )

async function prepare(actor: Actor, input: Input, limit: number, report: Report): Promise<Result<Prepared>> {
  const current = await readDocument(actor, input.documentId, "document.edit", async pass =>
    ok({ number: pass.number, oldText: await documentText(pass), by: await lastToRenew(pass) }),
  )
  if (!current.ok) return current
  const { number, oldText, by } = current.value
  const read = await givenText(input, limit)
  if (!read.ok) return read
  // The same request again is answered by what it did; any other one is too late.
  const late = number !== input.onto
  if (read.value.text === oldText && !late) return fail({ code: "version-same" })
  const { text } = read.value
  const share = (done: number) => report(preparedShare * done)
  const alignment = await inTurns(alignmentSteps(oldText, text), () => share(0.2))
  const proposed = await inTurns(splitSteps(text), ({ done }) => share(0.3 + (0.7 * done) / text.length))
  return ok({ ...read.value, oldText, alignment, proposed })
}
