import { expect, test } from "vitest"
import * as z from "zod"
import { jsonSchema } from "../../lib/api/json-schema.ts"
import { fieldsIn, schemaWords } from "../../lib/api/schema-words.ts"

const words = (schema: z.ZodType) => schemaWords(jsonSchema(schema, "input"))

test("a schema is told in a few words", () => {
  expect(words(z.enum(["low", "moderate", "high"]))).toBe("low, moderate or high")
  expect(words(z.uuid().nullable())).toBe("UUID or null")
  expect(words(z.string().max(5_000))).toBe("text, at most 5,000 characters")
  expect(words(z.int().min(1))).toBe("whole number from 1")
  expect(words(z.int().min(0).max(9))).toBe("whole number from 0 to 9")
  expect(words(z.boolean())).toBe("true or false")
  expect(words(z.array(z.iso.date()).max(60))).toBe("list of day, YYYY-MM-DD, at most 60")
  expect(words(z.object({ a: z.string(), b: z.string().optional() }))).toBe("{ a, b? }")
  expect(words(z.unknown())).toBe("any JSON")
  expect(words(z.literal("1"))).toBe('"1"')
})

test("fields are told with what is required and what is to be known of them", () => {
  const schema = z.strictObject({ id: z.uuid(), note: z.string().optional() })
  expect(fieldsIn(jsonSchema(schema, "input"))).toEqual([
    { name: "id", required: true, takes: "UUID", remark: expect.stringContaining("for what is made") },
    { name: "note", required: false, takes: "text", remark: null },
  ])
  expect(fieldsIn({ type: "string" })).toEqual([])
})

test("an empty word that leaves a choice open is no part of what a field takes", () => {
  const choice = z.union([z.literal("").transform(() => undefined), z.enum(["a", "b"])]).optional()
  expect(words(choice)).toBe("a or b")
})
