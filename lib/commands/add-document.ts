import { createHash } from "node:crypto"
import { uuidv7 } from "uuidv7"
import type * as z from "zod"
import { inTurns } from "../db/in-turns.ts"
import { documentWithText, insertDocument } from "../db/project-rows.ts"
import { insertUnits } from "../db/unit-rows.ts"
import type { NewVersion } from "../db/version-rows.ts"
import { insertWordings } from "../db/wording-rows.ts"
import type { Provenance } from "../domain/change.ts"
import { fail, ok, type Result } from "../domain/failure.ts"
import type { ProposedUnit } from "../domain/unit.ts"
import { givenText } from "../intake/given-text.ts"
import { newDocument } from "../schema/project-input.ts"
import { detectLanguage } from "../text/detect-language.ts"
import { splitSteps } from "../text/split-text.ts"
import { splitterVersion } from "../text/splitter-version.ts"
import { projectCommand, type Report } from "./command.ts"

interface Prepared {
  readonly provenance: Provenance
  readonly version: NewVersion
  readonly units: readonly ProposedUnit[]
}

type Input = z.output<typeof newDocument>

/**
 * Add a document: its text is decoded, split into units and stored with them. `limit` answers how many bytes a text
 * may have. A text that the project already has is refused unless the person adds it `again` on purpose.
 */
export const addDocument = (limit: () => number) =>
  projectCommand(
    "document.add",
    newDocument,
    async (pass, input, { provenance, version, units }: Prepared, report) => {
      const known = input.again ? null : await documentWithText(pass, version.sha256)
      if (known) return fail({ code: "text-known", documentId: known.id, documentTitle: known.title })
      const documentId = input.id
      if (!(await insertDocument(pass, provenance, version))) return fail({ code: "request-reused" })
      const ids = units.map(() => uuidv7())
      const { text } = version
      await insertUnits(pass, { documentId, number: 1, length: text.length }, units, ids, done =>
        report(splitShare + (1 - splitShare) * (done / units.length)),
      )
      await insertWordings(pass, { documentId, number: 1, text }, units, ids)
      const sha256 = Buffer.from(version.sha256).toString("hex")
      const { title } = provenance
      return ok({
        change: { kind: "document-added", documentId, title, sha256, units: units.length },
        answer: { documentId, units: units.length, sha256 },
      })
    },
    async (input, report) => prepare(input, limit(), report),
  )

/** How much of the work is done when a text is split; the rest is storing it. */
const splitShare = 0.3

async function prepare(input: Input, limit: number, report: Report): Promise<Result<Prepared>> {
  const read = await givenText(input, limit)
  if (!read.ok) return read
  const { text, anchors, original } = read.value
  const { title, author, foundAt, foundOn, licence } = input
  const language = input.language || detectLanguage(text)
  const sha256 = new Uint8Array(createHash("sha256").update(text, "utf8").digest())
  const words = text.match(/\S+/g)?.length ?? 0
  return ok({
    provenance: { title, author, foundAt, foundOn, licence, language },
    version: { documentId: input.id, text, words, sha256, splitterVersion, anchors, original },
    units: await inTurns(splitSteps(text), ({ done }) => report((splitShare * done) / text.length)),
  })
}
