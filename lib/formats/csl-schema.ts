import { Ajv, type ErrorObject } from "ajv"
import schema from "./csl/csl-data.json" with { type: "json" }

/**
 * The schema of CSL-JSON 1.0 by the Citation Style Language project (citation-style-language/schema, MIT licence), for
 * one item. Everything that is wrong is found at once, so that one look tells all fields to leave out.
 */
const validate = new Ajv({ allErrors: true, allowUnionTypes: true, strictTypes: false }).compile({
  ...schema.items,
  $id: schema.$id,
  definitions: schema.definitions,
})

/** The names of all fields that an item may have. */
export const cslFields: ReadonlySet<string> = new Set(Object.keys(schema.items.properties))

/** The types that an item may have. */
export const cslTypes: ReadonlySet<string> = new Set(schema.items.properties.type.enum)

/** The fields of an item, without its id, that the schema refuses; none when it is valid. */
export function faultyFields(item: Readonly<Record<string, unknown>>): readonly string[] {
  if (validate({ ...item, id: "item" })) return []
  return [...new Set((validate.errors ?? []).map(fieldOf))]
}

function fieldOf({ instancePath, params }: ErrorObject): string {
  const [, field = ""] = instancePath.split("/")
  if (field !== "") return field
  return String(params["additionalProperty"] ?? params["missingProperty"] ?? "")
}
