/** A JSON Schema. */
export type Schema = Readonly<Record<string, unknown>>

/** An object of exactly these fields. */
export const object = (
  description: string,
  properties: Record<string, Schema>,
  required = Object.keys(properties),
) => ({
  description,
  type: "object",
  properties,
  required,
  additionalProperties: false,
})
export const list = (description: string, items: Schema) => ({ description, type: "array", items })
export const text = (description: string) => ({ description, type: "string" })
export const one = (description: string, values: readonly string[]) => ({ description, type: "string", enum: values })
export const optional = (schema: Schema) => ({ anyOf: [schema, { type: "null" }] })
export const number = (description: string, minimum: number) => ({ description, type: "integer", minimum })
/** An id. */
export const id = (description: string) => ({ description, type: "string", format: "uuid" })
export const moment = (description: string) => ({ description, type: "string", format: "date-time" })
export const open = (description: string) => ({ description, type: "object" })
