import { access, type Permission } from "../domain/access.ts"
import { type Admission, scopeOf } from "../domain/token-scope.ts"
import { pageNumbers } from "../schema/list-filter.ts"
import { addresses, type OperationId, takesFile } from "./addresses.ts"
import { receipt } from "./answers.ts"
import { type JsonSchema, jsonSchema } from "./json-schema.ts"
import type { Does, Operation } from "./operation.ts"
import { areas } from "./operations.ts"
import { anyProblem, problemName, problemResponses, problemStatuses } from "./problems.ts"

/** An operation of the document. Parts that the page and the tests read are named. */
export interface DocumentedOperation {
  readonly operationId: OperationId
  readonly tags: readonly string[]
  readonly summary: string
  readonly description: string
  readonly security: readonly Readonly<Record<string, readonly string[]>>[]
  readonly parameters: readonly Parameter[]
  readonly requestBody?: {
    readonly description: string
    readonly required: true
    readonly content: Readonly<Record<string, { readonly schema: JsonSchema }>>
  }
  readonly responses: Readonly<Record<string, JsonSchema>>
}

export interface Parameter {
  readonly name: string
  readonly in: "path" | "query" | "header"
  readonly required: boolean
  readonly description?: string
  readonly schema: JsonSchema
}

/** The document, in so far as the page and the tests read it. */
export interface OpenApi {
  readonly info: { readonly title: string; readonly description: string }
  readonly tags: readonly { readonly name: string; readonly description: string }[]
  readonly paths: Readonly<Record<string, Readonly<Record<string, DocumentedOperation>>>>
  readonly components: {
    readonly schemas: Readonly<Record<string, JsonSchema>>
    readonly responses: JsonSchema
  }
}

/** Operations that take long and tell on the way how far they are, to whom accepts lines of JSON. */
const long: ReadonlySet<OperationId> = new Set([
  "addDocument",
  "addVersion",
  "versionPreview",
  "filePreview",
  "resplitDocument",
  "importSources",
  "readImport",
  "addPreAnnotations",
  "readMarkings",
  "importProject",
  "inspectArchive",
])

/** What is published is JSON, and of nobody's account. */
const isPublic = ({ scope }: Does, media: Operation["media"]) =>
  scope === "open" || (scope === undefined && (media?.[0] ?? "").endsWith("json"))

/** The document of one operation. */
export function documented(id: OperationId, operation: Operation, tag: string): DocumentedOperation {
  const { does, summary, description, media } = operation
  const [method = "", path = ""] = addresses[id].split(" ")
  const input = does.input && jsonSchema(does.input, "input")
  const parts = [...path.matchAll(/\[(\w+)\]/g)].map(([, name]) => name!)
  const reads = method === "GET"
  const open = isPublic(does, media)
  return {
    operationId: id,
    tags: [tag],
    summary,
    description: [description, whoMay(does)].filter(Boolean).join(" "),
    security: open ? [] : security(admission(does)),
    parameters: [
      ...parts.map(name => pathPart(name, input)),
      ...(reads && input ? searchParts(input, parts) : []),
      ...(open ? [] : headersFor(input, reads, media !== undefined)),
    ],
    ...(!reads && id !== "unsubscribe" && { requestBody: fileBody(id) ?? bodyOf(input, parts) }),
    responses: {
      200: success(id, operation, reads),
      ...(reads && !media && { 304: { description: "The caller has this answer already." } }),
      ...Object.fromEntries(
        problemStatuses
          .filter(status => !(reads && [408, 412, 413, 415].includes(status)) && !(open && [401, 412].includes(status)))
          .map(status => [status, { $ref: `#/components/responses/${problemName(status)}` }]),
      ),
    },
  }
}

/** The scope that a token needs for it, "session" when no token will do. */
const admission = ({ needs, admits }: Does): Admission =>
  admits ?? (needs !== undefined && Object.hasOwn(scopeOf, needs) ? scopeOf[needs as Permission] : "read")

const security = (admits: Admission) =>
  admits === "session" ? [{ session: [] }] : [{ token: [admits] }, { session: [] }]

/** In words, which roles may carry out what asks for a permission. */
const whoMay = ({ needs }: Does): string =>
  needs !== undefined && Object.hasOwn(access, needs) ? `For ${access[needs as Permission].join(", ")} (${needs}).` : ""

const propertiesOf = (input: JsonSchema | undefined) => (input?.["properties"] ?? {}) as Record<string, JsonSchema>
const requiredOf = (input: JsonSchema | undefined) => (input?.["required"] ?? []) as readonly string[]

function pathPart(name: string, input: JsonSchema | undefined): Parameter {
  const known = propertiesOf(input)[name]
  const usual: JsonSchema = name.endsWith("Id") ? { type: "string", format: "uuid" } : { type: "string" }
  const { description: _, ...schema } = known ?? usual
  return { name, in: "path", required: true, schema }
}

const searchParts = (input: JsonSchema, parts: readonly string[]): Parameter[] =>
  Object.entries(propertiesOf(input)).flatMap(([name, { description, ...schema }]) =>
    parts.includes(name) || pageNumbers.includes(name)
      ? []
      : [
          {
            name,
            in: "query" as const,
            required: requiredOf(input).includes(name),
            ...(typeof description === "string" && { description }),
            schema,
          },
        ],
  )

/** What headers can say: which answer one has already, or for a write its own id and the state that it was made against. */
function headersFor(input: JsonSchema | undefined, reads: boolean, isFile: boolean): Parameter[] {
  if (reads) return isFile ? [] : [header("If-None-Match")]
  const fields = propertiesOf(input)
  return [
    ...("requestId" in fields ? [header("Idempotency-Key")] : []),
    ...("version" in fields || "seen" in fields ? [header("If-Match")] : []),
  ]
}

const header = (name: keyof typeof headers): Parameter => ({ name, in: "header", required: false, ...headers[name] })

const headers = {
  "If-None-Match": {
    description: "The ETag of the answer that one has. When nothing changed, the new one is 304 and empty.",
    schema: { type: "string" },
  },
  "Idempotency-Key": {
    description:
      "Instead of `requestId`: 1 to 255 printable ASCII characters. The same request under it is carried out once.",
    schema: { type: "string", minLength: 1, maxLength: 255 },
  },
  "If-Match": {
    description:
      "Instead of `version` or `seen`: the ETag of what the request was made against, or a version or id in quotation marks. Anything else that is stored by now is answered with 412.",
    schema: { type: "string" },
  },
} satisfies Record<string, { readonly description: string; readonly schema: JsonSchema }>

/** Fields that a header may say instead. */
const saidInHeaders = ["requestId", "version", "seen"]

function fileBody(id: OperationId) {
  const type = Object.entries(takesFile).find(([name]) => name === id)?.[1]
  return type && { description: "The bytes of the file.", required: true as const, content: { [type]: { schema: {} } } }
}

function bodyOf(input: JsonSchema | undefined, parts: readonly string[]) {
  const properties = Object.fromEntries(Object.entries(propertiesOf(input)).filter(([name]) => !parts.includes(name)))
  const required = requiredOf(input).filter(name => !parts.includes(name) && !saidInHeaders.includes(name))
  const schema = { ...(input ?? { type: "object" }), ...(input && { properties, required }) }
  return {
    description: "JSON in UTF-8.",
    required: true as const,
    content: { "application/json": { schema } },
  }
}

function success(id: OperationId, { does, answer, media }: Operation, reads: boolean): JsonSchema {
  if (media) {
    const [first = ""] = media
    const schema = first.endsWith("json") ? { type: "object" } : first.startsWith("text/") ? { type: "string" } : {}
    return {
      description: first === "text/event-stream" ? "Server-sent events." : "The file.",
      content: Object.fromEntries(media.map(type => [type, { schema }])),
    }
  }
  const schema = answer
    ? jsonSchema(answer, "output")
    : { $ref: `#/components/schemas/${does.recorded ? "Receipt" : "Answer"}` }
  const lines = long.has(id) && {
    "application/x-ndjson": {
      schema: {
        type: "string",
        description:
          'Lines of JSON: {"share":0.4} while the work goes on, and last {"status":200,"body":{…}}, which is what the answer would have been.',
      },
    },
  }
  const told = reads ? ["ETag", ...limitHeaders] : [...(does.recorded ? ["Idempotency-Replayed"] : []), ...limitHeaders]
  const headers = Object.fromEntries(told.map(name => [name, { $ref: `#/components/headers/${name}` }]))
  return { description: reads ? "Found." : "Done.", headers, content: { "application/json": { schema }, ...lines } }
}

const limitHeaders = ["RateLimit", "RateLimit-Policy"]

const responseHeaders = {
  ETag: { description: "A strong tag: equal for answers that are the same byte for byte.", schema: { type: "string" } },
  "Idempotency-Replayed": {
    description: "Says true when the same request had been carried out before.",
    schema: { const: "true" },
  },
  RateLimit: {
    description: "For each limit that counted the request, how often still (r) in how many seconds (t).",
    schema: { type: "string" },
  },
  "RateLimit-Policy": {
    description: "For each limit that counted the request, how often (q) in how many seconds (w).",
    schema: { type: "string" },
  },
  "Retry-After": { description: "Seconds to wait.", schema: { type: "integer", minimum: 1 } },
  "WWW-Authenticate": { description: "How to say who one is (RFC 6750).", schema: { type: "string" } },
}

const about = `What people do in the app, through the same commands and queries.

Positions count UTF-16 code units. Times are in UTC (RFC 3339), days are YYYY-MM-DD. Unknown fields of a request are refused; unknown fields of an answer are to be passed over.`

/** The document in parts, made once. */
export const openApi: () => OpenApi = once(() => {
  const paths: Record<string, Record<string, DocumentedOperation>> = {}
  for (const { name, has } of areas)
    for (const [id, operation] of Object.entries(has) as [OperationId, Operation][]) {
      const [method = "", path = ""] = addresses[id].split(" ")
      const key = `/${path.replaceAll(/\[(\w+)\]/g, "{$1}")}`
      paths[key] = { ...paths[key], [method.toLowerCase()]: documented(id, operation, name) }
    }
  return {
    openapi: "3.1.1",
    info: {
      title: "Apparatus",
      version: "1",
      summary: "Source criticism, claim by claim.",
      description: about,
      license: { name: "MIT", identifier: "MIT" },
    },
    servers: [{ url: "/api/v1" }],
    tags: areas.map(({ name, about }) => ({ name, description: about })),
    paths,
    components: {
      schemas: {
        Problem: anyProblem,
        Receipt: jsonSchema(receipt, "output"),
        Answer: { type: ["object", "null"], description: "What the page that asks for it needs; it may grow." },
      },
      responses: problemResponses(),
      headers: responseHeaders,
      securitySchemes: {
        token: {
          type: "http",
          scheme: "bearer",
          description:
            "A personal access token, made under Account. What it may do are its scopes: read, write, manage.",
        },
        session: {
          type: "apiKey",
          in: "cookie",
          name: "apparatus.session",
          description: "The session of a browser; over https the cookie’s name begins with __Host-.",
        },
      },
    },
  }
})

/** The document as it is served. */
export const openApiText: () => string = once(() => JSON.stringify(openApi()))

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}
