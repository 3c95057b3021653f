import type { Metadata } from "next"
import { notFound, redirect } from "next/navigation"
import { reopened as reopenedQuery } from "../../../../lib/queries/reopened.ts"
import { pageSize } from "../../../../lib/schema/list-filter.ts"
import { pageActor } from "../../../../lib/server/actor.ts"
import { EmptyState } from "../../../_ui/empty-state.tsx"
import { PageFrame } from "../../../_ui/page-frame.tsx"
import { ProjectNav } from "../../../_ui/project-nav.tsx"
import { SiteHeader } from "../../../_ui/site-header.tsx"
import { listAddress } from "../_components/list-address.ts"
import { ListPager } from "../_components/list-pager.tsx"
import { ReopenedItem } from "./_components/reopened-item.tsx"

interface Props {
  readonly params: Promise<{ projectId: string }>
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

export const metadata: Metadata = { title: "Reopened" }

/** The claims whose verdict fell because what it rested on did, with what brought it down. */
export default async function ReopenedPage({ params, searchParams }: Props) {
  const { projectId } = await params
  const path = `/projects/${projectId}/reopened`
  const actor = await pageActor()
  const found = await reopenedQuery(actor, projectId, await searchParams)
  if (!found.ok) {
    if (found.failure.code === "invalid") redirect(path)
    notFound()
  }
  const { project, filter, total, claims } = found.value
  if (claims.length === 0 && total > 0) redirect(listAddress(path, { page: Math.ceil(total / pageSize) }))
  const crumbs = [
    { label: "Projects", href: "/projects" },
    { label: project, href: `/projects/${projectId}` },
    { label: "Reopened" },
  ]
  return (
    <>
      <SiteHeader crumbs={crumbs} person={actor} />
      <ProjectNav projectId={projectId} />
      <PageFrame title="Reopened" lede="Claims that had a verdict and went back to review, and what brought it down.">
        {claims.length === 0 ? (
          <EmptyState title="Every verdict stands">
            When a source is downgraded, a citation withdrawn or the policy changed, the claims that lose their verdict
            are listed here until they have one again.
          </EmptyState>
        ) : (
          <>
            <ul className="border-t border-rule">
              {claims.map(claim => (
                <ReopenedItem key={claim.unitId} projectId={projectId} claim={claim} />
              ))}
            </ul>
            <ListPager path={path} noun="claims" total={total} shown={claims.length} filter={filter} />
          </>
        )}
      </PageFrame>
    </>
  )
}
