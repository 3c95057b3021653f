import type { Metadata } from "next"
import { notFound, redirect } from "next/navigation"
import { bibliography } from "../../../../lib/queries/bibliography.ts"
import { pageSize } from "../../../../lib/schema/list-filter.ts"
import { pageActor } from "../../../../lib/server/actor.ts"
import { EmptyState } from "../../../_ui/empty-state.tsx"
import { PageFrame } from "../../../_ui/page-frame.tsx"
import { ProjectNav } from "../../../_ui/project-nav.tsx"
import { SiteHeader } from "../../../_ui/site-header.tsx"
import { TextLink } from "../../../_ui/text-link.tsx"
import { listAddress } from "../_components/list-address.ts"
import { ListPager } from "../_components/list-pager.tsx"
import { SetText } from "../_sources/set-text.tsx"

interface Props {
  readonly params: Promise<{ projectId: string }>
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

export const metadata: Metadata = { title: "Bibliography" }

/** The cited sources as the project's style sets them. */
export default async function BibliographyPage({ params, searchParams }: Props) {
  const { projectId } = await params
  const path = `/projects/${projectId}/bibliography`
  const actor = await pageActor()
  const found = await bibliography(actor, projectId, await searchParams)
  if (!found.ok) {
    if (found.failure.code === "invalid") redirect(path)
    notFound()
  }
  const { project, filter, total, entries } = found.value
  if (entries.length === 0 && total > 0) redirect(listAddress(path, { page: Math.ceil(total / pageSize) }))
  return (
    <>
      <SiteHeader
        crumbs={[
          { label: "Projects", href: "/projects" },
          { label: project, href: `/projects/${projectId}` },
          { label: "Sources", href: `/projects/${projectId}/sources` },
          { label: "Bibliography" },
        ]}
        person={actor}
      />
      <ProjectNav projectId={projectId} />
      <PageFrame
        title="Bibliography"
        width="text"
        lede={
          <>
            The sources that claims cite,{" "}
            <TextLink href={`/projects/${projectId}/citation-style`}>as they are set</TextLink>.
          </>
        }
      >
        {entries.length === 0 ? (
          <EmptyState title="Nothing is cited yet">A source appears here once a claim cites it.</EmptyState>
        ) : (
          <>
            <ol className="grid gap-3 text-lg">
              {entries.map(({ id, runs }) => (
                <li key={id} className="pl-6 -indent-6">
                  <TextLink kind="quiet" href={`/projects/${projectId}/sources/${id}`}>
                    <SetText runs={runs} />
                  </TextLink>
                </li>
              ))}
            </ol>
            <ListPager path={path} noun="sources" total={total} shown={entries.length} filter={filter} />
          </>
        )}
      </PageFrame>
    </>
  )
}
