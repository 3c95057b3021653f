import type { Metadata } from "next"
import { notFound, redirect } from "next/navigation"
import { queue } from "../../../../lib/queries/queue.ts"
import { pageActor } from "../../../../lib/server/actor.ts"
import { EmptyState } from "../../../_ui/empty-state.tsx"
import { PageFrame } from "../../../_ui/page-frame.tsx"
import { ProjectNav } from "../../../_ui/project-nav.tsx"
import { SiteHeader } from "../../../_ui/site-header.tsx"
import { QueueDesk } from "./_components/queue-desk.tsx"

interface Props {
  readonly params: Promise<{ projectId: string }>
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

export const metadata: Metadata = { title: "Queue" }

/** One claim at a time, the next one chosen for who asks. */
export default async function QueuePage({ params, searchParams }: Props) {
  const { projectId } = await params
  const actor = await pageActor()
  const found = await queue(actor, projectId, await searchParams)
  if (!found.ok) {
    if (found.failure.code === "invalid") redirect(`/projects/${projectId}/queue`)
    notFound()
  }
  const { project, offers, filter } = found.value
  const crumbs = [
    { label: "Projects", href: "/projects" },
    { label: project, href: `/projects/${projectId}` },
    { label: "Queue" },
  ]
  return (
    <>
      <SiteHeader crumbs={crumbs} person={actor} />
      <ProjectNav projectId={projectId} />
      {offers["annotation.give"] ? (
        <QueueDesk key={JSON.stringify(filter)} projectId={projectId} page={found.value} />
      ) : (
        <PageFrame title="Queue" width="text">
          <EmptyState title="The queue is for people who label claims">
            You may read the texts and export. Ask an owner of the project if you should label claims too.
          </EmptyState>
        </PageFrame>
      )}
    </>
  )
}
