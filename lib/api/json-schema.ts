import * as z from "zod"

export type JsonSchema = { readonly [key: string]: unknown }

/** Remarks on fields that mean the same wherever they stand. */
const remarks: Readonly<Record<string, string>> = {
  requestId:
    "Of the caller's making, a UUID of version 7: the same request sent again under it is carried out once. May be said as Idempotency-Key instead.",
  id: "Of the caller's making, a UUID of version 7, for what is made.",
  seen: "The id of what one had in sight when one decided; null for nothing. What is stored by now otherwise is answered as a conflict.",
  version: "The version of what one had in sight. What is stored by now otherwise is answered as a conflict.",
  start: "UTF-16 code units from the beginning of the text.",
  end: "UTF-16 code units from the beginning of the text, behind the last one.",
  at: "UTF-16 code units from the beginning of the text.",
  rationale:
    'A document of the rationale editor: {"type":"doc","content":[…]} with paragraphs, lists, quotations, marks and links.',
  after: "The cursor that the part before gave, for the part that follows it.",
  base64: "The bytes of the file, in base64.",
}

/**
 * A zod schema as JSON Schema 2020-12, of what is sent (`input`) or answered (`output`). What only zod can check (that
 * a date exists, that fields fit each other) is left out: the schema takes all that the API takes, and some more.
 */
export function jsonSchema(schema: z.ZodType, io: "input" | "output"): JsonSchema {
  const { $schema: _, ...found } = z.toJSONSchema(schema, { target: "draft-2020-12", io, unrepresentable: "any" })
  return plain(found) as JsonSchema
}

/** Without what says nothing to a reader: patterns beside a format, and the empty word that stands for an open choice. */
function plain(node: unknown, name = ""): unknown {
  if (Array.isArray(node)) return node.map(each => plain(each))
  if (typeof node !== "object" || node === null) return node
  const { pattern, anyOf, properties, ...rest } = node as Record<string, unknown>
  if (Array.isArray(anyOf)) {
    const left = anyOf.filter((each: JsonSchema) => each["const"] !== "")
    if (left.length === 1 && Object.keys(rest).length === 0) return plain(left[0], name)
    return { ...(plain(rest) as object), anyOf: left.map(each => plain(each)), ...remarkOn(name, rest) }
  }
  return {
    ...Object.fromEntries(Object.entries(rest).map(([key, value]) => [key, verbatim.has(key) ? value : plain(value)])),
    ...(typeof pattern === "string" && !rest["format"] && { pattern }),
    ...(properties !== undefined && {
      properties: Object.fromEntries(
        Object.entries(properties as object).map(([key, value]) => [key, plain(value, key)]),
      ),
    }),
    ...remarkOn(name, rest),
  }
}

/** Keywords whose values are values and no schemas. */
const verbatim: ReadonlySet<string> = new Set(["const", "enum", "default", "required", "examples"])

const remarkOn = (name: string, { description }: Readonly<Record<string, unknown>>) =>
  description === undefined && Object.hasOwn(remarks, name) ? { description: remarks[name] } : {}
