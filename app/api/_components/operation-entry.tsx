import type { JsonSchema } from "../../../lib/api/json-schema.ts"
import type { DocumentedOperation } from "../../../lib/api/openapi.ts"
import { type FieldWords, fieldsIn, schemaWords } from "../../../lib/api/schema-words.ts"

interface Props {
  readonly method: string
  readonly path: string
  readonly operation: DocumentedOperation
}

/** One operation: what it does, its address, who may, what it takes and what it answers. Its id is the entry's address. */
export function OperationEntry({ method, path, operation }: Props) {
  const { operationId, summary, description, parameters, requestBody, security, responses } = operation
  const search = parameters.flatMap(({ name, in: where, required, description, schema }) =>
    where === "query" ? [{ name, required, takes: schemaWords(schema), remark: description ?? null }] : [],
  )
  const json = requestBody?.content["application/json"]
  const body = json ? fieldsIn(json.schema) : []
  const file = Object.keys(requestBody?.content ?? {}).find(type => type !== "application/json")
  return (
    <article
      id={operationId}
      aria-labelledby={`${operationId}-title`}
      className="relative py-5 target:before:absolute target:before:inset-y-5 target:before:-left-3.5 target:before:w-0.75 target:before:bg-accent target:before:content-['']"
    >
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <h3 id={`${operationId}-title`} className="font-text text-lg font-semibold">
          {summary}
        </h3>
        <a href={`#${operationId}`} className="link-quiet text-sm text-faint">
          {operationId}
        </a>
      </div>
      <p className="mt-1 font-mono text-sm wrap-anywhere">
        <span className="font-semibold">{method}</span> /api/v1{path}
      </p>
      {description && <p className="mt-1.5">{description}</p>}
      <p className="mt-1.5 text-sm text-soft">
        {admittance(security)} {answer(responses["200"]!)}
      </p>
      <Fields title="In the search" fields={search} />
      <Fields title="In the body" fields={body} />
      {file && <p className="mt-1.5 text-sm">Its body is the file itself, as {file}.</p>}
    </article>
  )
}

function Fields({ title, fields }: { title: string; fields: readonly FieldWords[] }) {
  if (fields.length === 0) return null
  return (
    <details className="mt-2">
      <summary className="cursor-pointer text-sm text-soft">
        {title}: {fields.map(({ name }) => name).join(", ")}
      </summary>
      <dl className="mt-2 grid grid-cols-[minmax(0,1fr)] gap-x-6 gap-y-1.5 text-sm sm:grid-cols-[10rem_minmax(0,1fr)]">
        {fields.map(({ name, required, takes, remark }) => (
          <div key={name} className="contents">
            <dt className="font-mono wrap-anywhere">
              {name}
              {required && <span className="font-sans text-faint"> required</span>}
            </dt>
            <dd className="mb-1 wrap-anywhere">
              {takes}
              {remark && <span className="text-soft">. {remark}</span>}
            </dd>
          </div>
        ))}
      </dl>
    </details>
  )
}

function admittance(security: DocumentedOperation["security"]): string {
  if (security.length === 0) return "For anybody."
  const scope = security.find(one => one["token"])?.["token"]?.[0]
  return scope ? `With a token that may ${scope}.` : "Signed in only, never with a token."
}

/** What a success answers, in a sentence. */
function answer(response: JsonSchema): string {
  const content = response["content"] as Readonly<Record<string, { readonly schema: JsonSchema }>>
  const [type = "", { schema } = { schema: {} }] = Object.entries(content)[0] ?? []
  if (type !== "application/json") return `Answers ${type === "*/*" ? "a file" : type}.`
  const long = "application/x-ndjson" in content ? " Who accepts application/x-ndjson hears how much is done." : ""
  const words = schemaWords(schema)
  return `Answers ${words === "Receipt" ? "{ revision, repeated } and more" : words === "Answer" ? "an object" : words}.${long}`
}
