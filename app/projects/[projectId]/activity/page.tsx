import type { Metadata } from "next"
import { notFound, redirect } from "next/navigation"
import { shortLogHead } from "../../../../lib/domain/log-head.ts"
import { activity } from "../../../../lib/queries/activity.ts"
import { pageActor } from "../../../../lib/server/actor.ts"
import { CopyButton } from "../../../_ui/copy-button.tsx"
import { PageFrame } from "../../../_ui/page-frame.tsx"
import { ProjectNav } from "../../../_ui/project-nav.tsx"
import { SiteHeader } from "../../../_ui/site-header.tsx"
import { TextLink } from "../../../_ui/text-link.tsx"
import { HistoryList } from "../_history/history-list.tsx"

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
  const { filter, ...page } = found.value
  const crumbs = [
    { label: "Projects", href: "/projects" },
    { label: page.project, href: `/projects/${projectId}` },
    { label: "Activity" },
  ]
  return (
    <>
      <SiteHeader crumbs={crumbs} person={actor} />
      <ProjectNav projectId={projectId} />
      <PageFrame title="Activity" lede="What happened in this project. Nothing here is ever edited or deleted.">
        <p className="mb-6 flex flex-wrap items-center gap-x-4 gap-y-2 text-soft">
          <span>
            Head of the log: <code>{shortLogHead(page.head)}…</code>
          </span>
          <CopyButton text={page.head} label="Copy the head" />
          <TextLink href={`/projects/${projectId}/log`}>What it is for, and check one</TextLink>
        </p>
        <HistoryList projectId={projectId} path={path} page={page} filter={filter} ofProject />
      </PageFrame>
    </>
  )
}
