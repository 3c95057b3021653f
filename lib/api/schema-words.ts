import type { JsonSchema } from "./json-schema.ts"

/** A field as a reference shows it. */
export interface FieldWords {
  readonly name: string
  readonly required: boolean
  /** What it may be, in a few words: "uuid", "text, at most 200 characters", "low, moderate or high". */
  readonly takes: string
  readonly remark: string | null
}

/** The fields of an object's schema, in their order; none of any other. */
export function fieldsIn(schema: JsonSchema): readonly FieldWords[] {
  const required = (schema["required"] ?? []) as readonly string[]
  return Object.entries((schema["properties"] ?? {}) as Record<string, JsonSchema>).map(([name, field]) => ({
    name,
    required: required.includes(name),
    takes: schemaWords(field),
    remark: typeof field["description"] === "string" ? field["description"] : null,
  }))
}

/** What a schema takes, in a few words. */
export function schemaWords(schema: JsonSchema): string {
  const options = (schema["anyOf"] ?? schema["oneOf"]) as readonly JsonSchema[] | undefined
  if (options) return either(options.map(schemaWords))
  if (schema["const"] !== undefined) return JSON.stringify(schema["const"])
  if (Array.isArray(schema["enum"])) return either(schema["enum"].map(String))
  if (typeof schema["$ref"] === "string") return schema["$ref"].split("/").at(-1)!
  const type = schema["type"]
  if (Array.isArray(type)) return either(type.map(String))
  switch (type) {
    case "string":
      return textWords(schema)
    case "integer":
    case "number":
      return rangeWords(type === "integer" ? "whole number" : "number", schema["minimum"], schema["maximum"])
    case "boolean":
      return "true or false"
    case "array":
      return listWords(schema)
    case "object":
      return objectWords(schema)
    case undefined:
      return "any JSON"
    default:
      return String(type)
  }
}

const either = (words: readonly string[]) => {
  const all = [...new Set(words)]
  return all.length < 2 ? (all[0] ?? "") : `${all.slice(0, -1).join(", ")} or ${all.at(-1)}`
}

const formats: Readonly<Record<string, string>> = {
  uuid: "UUID",
  date: "day, YYYY-MM-DD",
  "date-time": "time, RFC 3339",
}

function textWords({ format, maxLength }: JsonSchema): string {
  const kind = typeof format === "string" ? (formats[format] ?? format) : "text"
  return typeof maxLength === "number" ? `${kind}, at most ${maxLength.toLocaleString("en")} characters` : kind
}

/** The widest numbers that JSON carries say nothing. */
function rangeWords(kind: string, from: unknown, to: unknown): string {
  const least = typeof from === "number" && from > Number.MIN_SAFE_INTEGER ? from : null
  const most = typeof to === "number" && to < Number.MAX_SAFE_INTEGER ? to.toLocaleString("en") : null
  if (least !== null && most !== null) return `${kind} from ${least} to ${most}`
  return least !== null ? `${kind} from ${least}` : most !== null ? `${kind}, at most ${most}` : kind
}

function listWords({ items, prefixItems, maxItems }: JsonSchema): string {
  const each = Array.isArray(prefixItems)
    ? prefixItems.map(schemaWords).join(", ")
    : schemaWords((items ?? {}) as JsonSchema)
  return `list of ${each}${typeof maxItems === "number" ? `, at most ${maxItems.toLocaleString("en")}` : ""}`
}

const objectWords = (schema: JsonSchema) => {
  const names = fieldsIn(schema).map(({ name, required }) => (required ? name : `${name}?`))
  return names.length > 0 ? `{ ${names.join(", ")} }` : "object"
}
