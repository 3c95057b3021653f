import type * as z from "zod"
import { fail, ok, type Result } from "../domain/failure.ts"

/** Read what an address asks for; a word that a filter doesn't know is refused, so that no list looks complete by mistake. */
export function readFilter<S extends z.ZodType>(schema: S, input: unknown): Result<z.output<S>> {
  const read = schema.safeParse(input)
  if (read.success) return ok(read.data)
  const issues = read.error.issues.map(({ path }) => ({
    path: path.join("."),
    message: `“${path.join(".")}” in the address has a value that is not known. Choose it from the list again.`,
  }))
  return fail({ code: "invalid", issues })
}
