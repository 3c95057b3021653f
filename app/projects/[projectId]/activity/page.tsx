import type { Metadata } from "next"
import { notFound, redirect } from "next/navigation"
import { activity } from "../../../../lib/queries/activity.ts"
import { pageSize } from "../../../../lib/schema/list-filter.ts"
import { pageActor } from "../../../../lib/server/actor.ts"
import { EmptyState } from "../../../_ui/empty-state.tsx"
import { PageFrame } from "../../../_ui/page-frame.tsx"
import { ProjectNav } from "../../../_ui/project-nav.tsx"
import { SiteHeader } from "../../../_ui/site-header.tsx"
import { TextLink } from "../../../_ui/text-link.tsx"
import { listAddress } from "../_components/list-address.ts"
import { ListPager } from "../_components/list-pager.tsx"
import { ActivityFilterForm } from "./_components/activity-filter-form.tsx"
import { HappeningItem } from "./_components/happening-item.tsx"

interface Props {
  readonly params: Promise<{ projectId: string }>
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

export const metadata: Metadata = { title: "Activity" }

/** What happened in the project, by whom, the newest first. */
export default async function ActivityPage({ params, searchParams }: Props) {
  const { projectId } = await params
  const path = `/projects/${projectId}/activity`
  const actor = await pageActor()
  const found = await activity(actor, projectId, await searchParams)
  if (!found.ok) {
    if (found.failure.code === "invalid") redirect(path)
    notFound()
  }
  const { project, filter, people, documents, total, changes } = found.value
  if (changes.length === 0 && total > 0) redirect(listAddress(path, { ...filter, page: Math.ceil(total / pageSize) }))
  const crumbs = [
    { label: "Projects", href: "/projects" },
    { label: project, href: `/projects/${projectId}` },
    { label: "Activity" },
  ]
  return (
    <>
      <SiteHeader crumbs={crumbs} person={actor} />
      <ProjectNav projectId={projectId} />
      <PageFrame title="Activity" lede="What happened in this project. Nothing here is ever edited or deleted.">
        <ActivityFilterForm path={path} filter={filter} people={people} documents={documents} />
        {changes.length === 0 ? (
          <EmptyState title="Nothing matches" action={<TextLink href={path}>Show everything</TextLink>}>
            Choose another person, kind or document to see more.
          </EmptyState>
        ) : (
          <>
            <ol className="border-t border-rule">
              {changes.map(change => (
                <HappeningItem key={`${change.streamId} ${change.revision}`} projectId={projectId} happening={change} />
              ))}
            </ol>
            <ListPager path={path} noun="changes" total={total} shown={changes.length} filter={filter} />
          </>
        )}
      </PageFrame>
    </>
  )
}
