import type * as z from "zod"
import { fail, ok, type Result } from "../domain/failure.ts"

/** Read an input against its schema; every issue comes back with its field and a sentence. */
export function parse<S extends z.ZodType>(schema: S, raw: unknown): Result<z.output<S>> {
  const parsed = schema.safeParse(raw)
  if (parsed.success) return ok(parsed.data)
  return fail({
    code: "invalid",
    issues: parsed.error.issues.map(issue => ({ path: issue.path.join("."), message: issue.message })),
  })
}
