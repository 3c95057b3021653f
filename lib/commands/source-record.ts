import type * as z from "zod"
import { fail, ok, type Result } from "../domain/failure.ts"
import type { ArchiveReference, CslItem } from "../domain/source.ts"
import type { SourceRecord } from "../domain/source-form.ts"
import { faultyFields } from "../formats/csl-schema.ts"
import type { sourceWords } from "../schema/project-input.ts"

/** A source's record, once its item is one that the schema of CSL-JSON allows. */
export function sourceRecord(words: z.output<typeof sourceWords>): Result<SourceRecord> {
  const { kind, csl, archive, created, tells } = words
  const issues = faultyFields(csl).map(field => ({
    path: `csl.${field}`,
    message: `“${field}” is not as the CSL schema has it. Correct it or leave it out.`,
  }))
  if (issues.length > 0) return fail({ code: "invalid", issues })
  return ok({ kind, csl: csl as unknown as CslItem, archive: archive as ArchiveReference | null, created, tells })
}
