import { Validator } from "@seriousme/openapi-schema-validator"
import { expect, test } from "vitest"
import { addresses, type OperationId, takesFile } from "../../lib/api/addresses.ts"
import { type DocumentedOperation, openApi, openApiText } from "../../lib/api/openapi.ts"
import { areas, operations } from "../../lib/api/operations.ts"
import { permissions } from "../../lib/domain/access.ts"
import { failureStatus } from "../../lib/server/failure-status.ts"

const files = import.meta.glob<string>("../../app/api/v1/**/route.ts", {
  eager: true,
  query: "?raw",
  import: "default",
})

/** What the route files hold: "METHOD address", and the line that makes the handler. */
const routes = Object.entries(files).flatMap(([path, text]) =>
  [...text.matchAll(/^export const ([A-Z]+) = ([\s\S]*?)(?=^export |\s*$(?![\s\S]))/gm)].map(([, method, made]) => ({
    at: `${method} ${path.slice("../../app/api/v1/".length, -"/route.ts".length)}`,
    made: made!,
    text,
  })),
)

const ids = Object.keys(addresses) as OperationId[]
const all = Object.values(openApi().paths).flatMap(path => Object.values(path))

test("the document is OpenAPI 3.1 to somebody else's validator, and to its meta-schemas", async () => {
  const validator = new Validator()
  const { valid, errors } = await validator.validate(JSON.parse(openApiText()))
  expect(errors).toBeUndefined()
  expect([valid, validator.version]).toEqual([true, "3.1"])
  // It would not let anything pass.
  const broken = { ...JSON.parse(openApiText()), paths: { "/projects": { get: { responses: 4 } } } }
  expect((await new Validator().validate(broken)).valid).toBe(false)
})

test("every route has an operation, and every operation a route", () => {
  expect(routes.length).toBeGreaterThan(150)
  expect(Object.values(addresses).sort()).toEqual(routes.map(({ at }) => at).sort())
  expect(all.map(({ operationId }) => operationId).sort()).toEqual([...ids].sort())
  const key = (id: OperationId) => {
    const [method, path] = addresses[id].split(" ") as [string, string]
    return openApi().paths[`/${path.replaceAll("[", "{").replaceAll("]", "}")}`]?.[method.toLowerCase()]?.operationId
  }
  expect(ids.filter(id => key(id) !== id)).toEqual([])
})

test("an operation is described by the command or query that its route calls, whose name it has", () => {
  const others: Partial<Record<OperationId, string>> = { openApi: "openApiText" }
  for (const id of ids) {
    const route = routes.find(({ at }) => at === addresses[id])!
    expect(route.made, id).toMatch(new RegExp(`\\b${others[id] ?? id}\\b`))
    expect(route.text, id).toMatch(
      new RegExp(`import \\{[^}]*\\b${others[id] ?? id}\\b[^}]*\\} from "[./]*lib/(commands|queries|api)/`),
    )
  }
  const writes = ids.filter(id => !addresses[id].startsWith("GET ") && !(id in takesFile))
  expect(writes.filter(id => !(operations[id].does as { input?: unknown }).input)).toEqual([])
})

test("long writes say that they tell how far they are, and no others do", () => {
  const long = routes.filter(({ made }) => /^(longWrite|receive)\(/.test(made)).map(({ at }) => at)
  const told = all.filter(({ responses }) => JSON.stringify(responses["200"]).includes("x-ndjson"))
  expect(told.map(({ operationId }) => addresses[operationId]).sort()).toEqual(long.sort())
})

test("what is for nobody in particular asks for no one, and all else does", () => {
  const open = routes.filter(({ made }) => /^(open|linked|publish)\(/.test(made)).map(({ at }) => at)
  const free = all.filter(({ security }) => security.length === 0)
  expect(free.map(({ operationId }) => addresses[operationId]).sort()).toEqual(open.sort())
})

test("every operation says what it does in words, and names every part of its address", () => {
  for (const { operationId, summary, parameters, tags } of all) {
    expect(summary.length, operationId).toBeGreaterThan(8)
    expect(summary.length, operationId).toBeLessThan(100)
    expect(summary, operationId).not.toMatch(/\.$|`input`|the actor/)
    expect(areas.map(({ name }) => name)).toContain(tags[0])
    const parts = [...addresses[operationId].matchAll(/\[(\w+)\]/g)].map(([, name]) => name)
    expect(parameters.filter(one => one.in === "path").map(({ name }) => name)).toEqual(parts)
  }
  expect(new Set(all.map(({ summary }) => summary)).size).toBe(all.length)
})

test("commands say who may, by the roles of the access policy", () => {
  const said = all.map(({ description }) => description).join("\n")
  const asked = permissions.filter(permission => !/\.(trace|see)$|^claims\.export$|^project\.archive$/.test(permission))
  expect(asked.filter(permission => !said.includes(`(${permission})`))).toEqual([])
})

test("every failure is a code of the problem of its status, and of no other", () => {
  const { schemas, responses } = openApi().components
  const codes = (schemas["Problem"] as { properties: { code: { enum: string[] } } }).properties.code.enum
  expect(codes).toEqual([...Object.keys(failureStatus), "defect", "too-slow"].sort())
  const listed = Object.entries(responses).flatMap(([name, response]) => {
    const { content } = response as {
      content: Record<string, { schema: { allOf: [unknown, Pick<Coded, "properties">] } }>
    }
    const { enum: of } = content["application/problem+json"]!.schema.allOf[1].properties.code
    return of.map(code => [code, Number(name.slice("Problem".length))])
  })
  // A conflict is a broken condition when the request made one.
  expect(listed.filter(([, status]) => status === 412)).toEqual([["conflict", 412]])
  const usual = listed.filter(([, status]) => status !== 412)
  expect(Object.fromEntries(usual)).toEqual({ ...failureStatus, defect: 500, "too-slow": 408 })
  expect(usual.length).toBe(Object.keys(failureStatus).length + 2)
})

interface Coded {
  readonly properties: { readonly code: { readonly enum: readonly string[] } }
}

test("fields are described by the schemas that the commands read them with", () => {
  const body = (id: OperationId) => {
    const found = all.find(({ operationId }) => operationId === id) as DocumentedOperation
    return found.requestBody!.content["application/json"]!.schema as {
      properties: Record<string, object>
      required: string[]
    }
  }
  const label = body("giveAnnotation")
  expect(label.properties["label"]).toEqual({ type: "string", enum: ["documented", "disputed", "speculative"] })
  expect(Object.keys(label.properties)).not.toContain("documentId")
  expect(label.required).toEqual(expect.arrayContaining(["unitId", "confidence"]))
  // What a header may say instead need not stand in the body.
  expect(label.required).not.toContain("seen")
  expect(body("raiseFlag").properties["start"]).toMatchObject({
    type: "integer",
    description: expect.stringContaining("UTF-16"),
  })
  const claims = all.find(({ operationId }) => operationId === "claims")!
  expect(claims.parameters.find(({ name }) => name === "from")!.schema).toEqual({
    type: "integer",
    minimum: 1,
    maximum: 10_000_000,
  })
  // Lists go on by a cursor, never by a number.
  const names = claims.parameters.map(({ name }) => name)
  expect(names).toContain("after")
  expect(names).not.toContain("page")
})
