import { uuidv7 } from "uuidv7"
import { documentText } from "../db/claim-rows.ts"
import { inTurns } from "../db/in-turns.ts"
import { type Actor, readDocument } from "../db/pass.ts"
import { reachedSince, splitterOf } from "../db/resplit-rows.ts"
import { allUnits } from "../db/unit-rows.ts"
import { chosenHunks } from "../domain/chosen-hunks.ts"
import type { Effect } from "../domain/effect.ts"
import { fail, ok } from "../domain/failure.ts"
import { difference } from "../domain/resplit.ts"
import { resplitCounts, resplitEffect } from "../domain/resplit-effect.ts"
import type { ProposedUnit } from "../domain/unit.ts"
import { resplitInput } from "../schema/resplit-input.ts"
import { splitSteps } from "../text/split-text.ts"
import { splitterVersion } from "../text/splitter-version.ts"
import { documentCommand, preparedShare, type Report } from "./command.ts"

interface Prepared {
  readonly number: number
  readonly proposed: readonly ProposedUnit[]
}

/**
 * Take what today's splitter proposes for the stretches that the person chose, as they saw them at a revision. When
 * somebody worked on one of them since, nothing is done and they are named.
 */
export const resplitDocument = documentCommand(
  "unit.edit",
  resplitInput,
  async (pass, { seen, splitter, hunks, cues }, { number, proposed }: Prepared) => {
    if (splitter !== splitterVersion || number !== pass.number) return fail({ code: "resplit-outdated" })
    const reached = seen < pass.revision - 1 ? await reachedSince(pass, seen) : []
    if (!reached) return fail({ code: "resplit-outdated" })
    const { hunks: found } = difference(await allUnits(pass), proposed)
    const chosen = chosenHunks(
      found,
      hunks.map(([start, end]) => ({ start, end })),
      reached,
    )
    if (!chosen.ok) return chosen
    const taken = [...chosen.value, ...(cues ? found.filter(({ kind }) => kind === "cues") : [])]
    const from = await splitterOf(pass)
    if (taken.length === 0 && from === splitter) return fail({ code: "nothing-to-resplit" })
    const effect: Effect = {
      ...resplitEffect(taken, uuidv7),
      ...(from !== splitter && { splitter: [{ before: { version: from }, after: { version: splitter } }] }),
    }
    const resplit = { from, to: splitter, ...resplitCounts(effect) }
    return ok({ change: { kind: "document-resplit", effect, resplit }, answer: { resplit } })
  },
  prepare,
)

async function prepare(actor: Actor, { documentId }: { documentId: string }, report: Report) {
  const read = await readDocument(actor, documentId, "unit.edit", async pass =>
    ok({ number: pass.number, text: await documentText(pass) }),
  )
  if (!read.ok) return read
  const { number, text } = read.value
  const proposed = await inTurns(splitSteps(text), ({ done }) => report((preparedShare * done) / text.length))
  return ok({ number, proposed })
}
