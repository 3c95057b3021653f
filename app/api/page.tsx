import type { Metadata } from "next"
import { headers } from "next/headers"
import { type DocumentedOperation, openApi } from "../../lib/api/openapi.ts"
import { requireActor } from "../../lib/server/actor.ts"
import { visitOf } from "../../lib/server/visit.ts"
import { FilterForm } from "../_ui/filter-form.tsx"
import { OnThisPage } from "../_ui/on-this-page.tsx"
import { PageFrame } from "../_ui/page-frame.tsx"
import { SiteHeader } from "../_ui/site-header.tsx"
import { TextLink } from "../_ui/text-link.tsx"
import { Conventions } from "./_components/conventions.tsx"
import { OperationEntry } from "./_components/operation-entry.tsx"
import { Problems } from "./_components/problems.tsx"

export const metadata: Metadata = { title: "Programming interface" }

/** Every operation of the API, for anybody, out of the document that programs read. It holds nothing of any project. */
export default async function ApiPage({ searchParams }: { searchParams: Promise<{ q?: string | string[] }> }) {
  const actor = await requireActor()
  const { q: asked } = await searchParams
  const q = typeof asked === "string" ? asked.trim().slice(0, 100) : ""
  const { origin } = visitOf(await headers())
  const areas = areasFor(q)
  const found = areas.reduce((sum, { operations }) => sum + operations.length, 0)
  return (
    <>
      <SiteHeader crumbs={[{ label: "Programming interface" }]} person={actor.ok ? actor.value : null} />
      <PageFrame
        title="Programming interface"
        lede="What people do in Apparatus, programs can do too: over HTTP and JSON, through the same commands, with the same rights."
        width="wide"
      >
        <div className="grid grid-cols-[minmax(0,1fr)] gap-x-14 gap-y-10 md:grid-cols-[14rem_minmax(0,1fr)]">
          <OnThisPage>
            {[
              ["getting-in", "Getting in"],
              ["conventions", "Conventions"],
              ["problems", "Problems"],
            ].map(([id, title]) => (
              <li key={id}>
                <a href={`#${id}`} className="link-quiet">
                  {title}
                </a>
              </li>
            ))}
            {areas.map(({ name, operations }) => (
              <li key={name}>
                <a href={`#about-${name.toLowerCase()}`} className="link-quiet">
                  {name} <span className="figures text-faint">{operations.length}</span>
                </a>
              </li>
            ))}
          </OnThisPage>
          <div className="grid max-w-[50rem] min-w-0 grid-cols-[minmax(0,1fr)] gap-16">
            <Conventions origin={origin} signedIn={actor.ok} />
            <Problems />
            <section aria-labelledby="operations">
              <h2 id="operations" className="text-2xl">
                Operations
              </h2>
              <p className="mt-2 text-soft">
                The same as an OpenAPI 3.1 document:{" "}
                <a href="/api/v1/openapi.json" className="underline decoration-1 underline-offset-2">
                  /api/v1/openapi.json
                </a>
                .
              </p>
              <FilterForm
                path="/api"
                label="Find an operation"
                chosen={{ q }}
                className="mt-4 flex max-w-[30rem] gap-2"
              >
                <input
                  type="search"
                  name="q"
                  defaultValue={q}
                  maxLength={100}
                  aria-label="Words in an operation"
                  placeholder="Words, as: claim label"
                  className="control min-w-0 flex-1"
                />
                <button type="submit" className="control cursor-pointer px-3 whitespace-nowrap">
                  Find
                </button>
              </FilterForm>
              {q !== "" && (
                <p className="mt-2 text-soft" role="status">
                  {found === 0 ? "No operation has" : found === 1 ? "1 operation has" : `${found} operations have`} all
                  of these words. <TextLink href="/api#operations">Show all</TextLink>
                </p>
              )}
            </section>
            {areas.map(({ name, description, operations }) => (
              <section key={name} aria-labelledby={`about-${name.toLowerCase()}`}>
                <h2 id={`about-${name.toLowerCase()}`} className="text-2xl">
                  {name}
                </h2>
                <p className="mt-2 text-lg text-soft">{description}</p>
                <div className="mt-2 divide-y divide-rule">
                  {operations.map(({ method, path, operation }) => (
                    <OperationEntry key={operation.operationId} method={method} path={path} operation={operation} />
                  ))}
                </div>
              </section>
            ))}
          </div>
        </div>
      </PageFrame>
    </>
  )
}

/** The areas with their operations that have all of the words somewhere; an area without any is left out. */
function areasFor(q: string) {
  const { tags, paths } = openApi()
  const words = q.toLowerCase().split(/\s+/).filter(Boolean)
  const all = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ method: method.toUpperCase(), path, operation })),
  )
  const fits = ({ method, path, operation }: (typeof all)[number]) => {
    const text = `${method} ${path} ${searched(operation)}`.toLowerCase()
    return words.every(word => text.includes(word))
  }
  return tags
    .map(({ name, description }) => ({
      name,
      description,
      operations: all.filter(each => each.operation.tags[0] === name && fits(each)),
    }))
    .filter(({ operations }) => operations.length > 0)
}

const searched = ({ operationId, summary, description, parameters }: DocumentedOperation) =>
  [operationId, summary, description, ...parameters.map(({ name }) => name)].join(" ")
