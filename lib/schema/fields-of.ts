import * as z from "zod"

/**
 * The fields that an input may have, with what each takes; of a choice between several shapes, the fields of all of them.
 * So what a request says in a header instead of in its body is known to be wanted.
 */
export function fieldsOf(input: z.ZodType): Readonly<Record<string, z.ZodType>> {
  if (input instanceof z.ZodObject) return input.shape as Record<string, z.ZodType>
  if (input instanceof z.ZodPipe) return fieldsOf(input.in as z.ZodType)
  if (input instanceof z.ZodUnion)
    return Object.assign({}, ...input.options.map(option => fieldsOf(option as z.ZodType)))
  return {}
}

export type InputSchema = z.ZodType
