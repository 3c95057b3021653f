import type { Metadata } from "next"
import { notFound, redirect } from "next/navigation"
import { activity, type Happening } from "../../../../lib/queries/activity.ts"
import { pageSize } from "../../../../lib/schema/list-filter.ts"
import { pageActor } from "../../../../lib/server/actor.ts"
import { dateWords } from "../../../_ui/date-words.ts"
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
            {byDay(changes).map(({ day, changes: ofDay }) => (
              <section key={day} aria-label={day} className="mb-8">
                <h2 className="label-caps border-b border-rule pb-2">{day}</h2>
                <ol>
                  {ofDay.map(change => (
                    <HappeningItem
                      key={`${change.streamId} ${change.revision}`}
                      projectId={projectId}
                      happening={change}
                    />
                  ))}
                </ol>
              </section>
            ))}
            <ListPager path={path} noun="changes" total={total} shown={changes.length} filter={filter} />
          </>
        )}
      </PageFrame>
    </>
  )
}

/** Changes in their order under the days on which they happened. */
function byDay(changes: readonly Happening[]): { day: string; changes: Happening[] }[] {
  const days: { day: string; changes: Happening[] }[] = []
  for (const change of changes) {
    const day = dateWords(change.at)
    const last = days.at(-1)
    if (last?.day === day) last.changes.push(change)
    else days.push({ day, changes: [change] })
  }
  return days
}
