import type { Metadata } from "next"
import { notFound, redirect } from "next/navigation"
import { claims as claimsQuery } from "../../../../lib/queries/claims.ts"
import { pageSize } from "../../../../lib/schema/list-filter.ts"
import { pageActor } from "../../../../lib/server/actor.ts"
import { EmptyState } from "../../../_ui/empty-state.tsx"
import { PageFrame } from "../../../_ui/page-frame.tsx"
import { ProjectNav } from "../../../_ui/project-nav.tsx"
import { SiteHeader } from "../../../_ui/site-header.tsx"
import { TextLink } from "../../../_ui/text-link.tsx"
import { listAddress } from "../_components/list-address.ts"
import { ListPager } from "../_components/list-pager.tsx"
import { ClaimItem } from "./_components/claim-item.tsx"
import { ClaimsFilterForm } from "./_components/claims-filter-form.tsx"

interface Props {
  readonly params: Promise<{ projectId: string }>
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

export const metadata: Metadata = { title: "Claims" }

/** The claims of a project that fit a filter; the list behind every number of the overview. */
export default async function ClaimsPage({ params, searchParams }: Props) {
  const { projectId } = await params
  const path = `/projects/${projectId}/claims`
  const actor = await pageActor()
  const found = await claimsQuery(actor, projectId, await searchParams)
  if (!found.ok) {
    if (found.failure.code === "invalid" || found.failure.code === "forbidden") redirect(path)
    notFound()
  }
  const { project, filter, documents, people, total, claims } = found.value
  if (claims.length === 0 && total > 0) redirect(listAddress(path, { ...filter, page: Math.ceil(total / pageSize) }))
  const { page: _page, sort: _sort, ...narrowing } = filter
  const narrowed = Object.values(narrowing).some(Boolean)
  const crumbs = [
    { label: "Projects", href: "/projects" },
    { label: project, href: `/projects/${projectId}` },
    { label: "Overview", href: `/projects/${projectId}/overview` },
    { label: "Claims" },
  ]
  return (
    <>
      <SiteHeader crumbs={crumbs} person={actor} />
      <ProjectNav projectId={projectId} />
      <PageFrame title="Claims" lede="Every claim with where it stands and what it lacks.">
        <ClaimsFilterForm path={path} filter={filter} documents={documents} people={people} />
        {claims.length === 0 ? (
          <EmptyState
            title={narrowed ? "No claims match" : "No claims yet"}
            action={narrowed && <TextLink href={path}>Show all claims</TextLink>}
          >
            {narrowed ? "Choose other filters to see more." : "When a text is added, its claims are listed here."}
          </EmptyState>
        ) : (
          <>
            <ListPager path={path} noun="claims" total={total} shown={claims.length} filter={filter} />
            <ul className="border-t border-rule">
              {claims.map(claim => (
                <ClaimItem key={claim.id} projectId={projectId} claim={claim} />
              ))}
            </ul>
            {total > pageSize && (
              <ListPager path={path} noun="claims" total={total} shown={claims.length} filter={filter} />
            )}
          </>
        )}
      </PageFrame>
    </>
  )
}
