import type { Metadata } from "next"
import { notFound, redirect } from "next/navigation"
import { projectLog } from "../../../../lib/queries/project-log.ts"
import { pageActor } from "../../../../lib/server/actor.ts"
import { CopyButton } from "../../../_ui/copy-button.tsx"
import { PageFrame } from "../../../_ui/page-frame.tsx"
import { ProjectNav } from "../../../_ui/project-nav.tsx"
import { SiteHeader } from "../../../_ui/site-header.tsx"
import { CheckHead } from "./check-head.tsx"
import { HeadAnswer } from "./head-answer.tsx"

interface Props {
  readonly params: Promise<{ projectId: string }>
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

export const metadata: Metadata = { title: "Head of the log" }

/** The head of the project's log, and whether the one that a file states is one of its history. */
export default async function LogPage({ params, searchParams }: Props) {
  const { projectId } = await params
  const path = `/projects/${projectId}/log`
  const actor = await pageActor()
  const found = await projectLog(actor, projectId, await searchParams)
  if (!found.ok) {
    if (found.failure.code === "invalid") redirect(path)
    notFound()
  }
  const { project, head, asked } = found.value
  const crumbs = [
    { label: "Projects", href: "/projects" },
    { label: project.name, href: `/projects/${projectId}` },
    { label: "Activity", href: `/projects/${projectId}/activity` },
    { label: "Head of the log" },
  ]
  return (
    <>
      <SiteHeader crumbs={crumbs} person={actor} />
      <ProjectNav projectId={projectId} />
      <PageFrame
        title="Head of the log"
        width="text"
        lede="One word for everything that happened in this project so far. An export states the head that it was read at, wherever its format has room, so that its reader can check later whether anything before it was rewritten."
      >
        <section aria-labelledby="now">
          <h2 id="now" className="text-xl">
            As it is now
          </h2>
          <p className="mt-3 flex flex-wrap items-center gap-x-4 gap-y-2">
            <code className="min-w-0 wrap-anywhere">{head}</code>
            <CopyButton text={head} label="Copy the head" />
          </p>
          <p className="mt-3 text-soft">
            The number of changes, and a hash (SHA-256) of all of them. Whoever keeps it somewhere else, in a
            publication or in another’s hands, can hold this project to it.
          </p>
        </section>
        <section aria-labelledby="check" className="mt-10">
          <h2 id="check" className="text-xl">
            Check another one
          </h2>
          {asked && <HeadAnswer asked={asked} />}
          <CheckHead path={path} asked={asked?.head ?? ""} />
        </section>
      </PageFrame>
    </>
  )
}
