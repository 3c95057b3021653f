import type { Metadata } from "next"
import { notFound, redirect } from "next/navigation"
import { cache } from "react"
import { projectOverview } from "../../../lib/queries/project-overview.ts"
import { pageSize } from "../../../lib/schema/list-filter.ts"
import { pageActor } from "../../../lib/server/actor.ts"
import { ButtonLink } from "../../_ui/button-link.tsx"
import { EmptyState } from "../../_ui/empty-state.tsx"
import { PageFrame } from "../../_ui/page-frame.tsx"
import { ProjectNav } from "../../_ui/project-nav.tsx"
import { SiteHeader } from "../../_ui/site-header.tsx"
import { Time } from "../../_ui/time.tsx"
import { DescribeProject } from "./_components/describe-project.tsx"
import { DocumentItem } from "./_components/document-item.tsx"
import { listAddress } from "./_components/list-address.ts"
import { ListPager } from "./_components/list-pager.tsx"
import { pageOf } from "./_components/page-of.ts"

interface Props {
  readonly params: Promise<{ projectId: string }>
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

const overview = cache(async (projectId: string, page: number) => {
  const actor = await pageActor()
  return { actor, found: await projectOverview(actor, projectId, { page }) }
})

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { found } = await overview((await params).projectId, pageOf((await searchParams)["page"]))
  return found.ok ? { title: found.value.project.name } : {}
}

/** A project's documents with how far the work on each is. */
export default async function ProjectPage({ params, searchParams }: Props) {
  const { projectId } = await params
  const page = pageOf((await searchParams)["page"])
  const { actor, found } = await overview(projectId, page)
  if (!found.ok) notFound()
  const { project, offers, documents, names } = found.value
  const path = `/projects/${projectId}`
  if (documents.length === 0 && names.length > 0)
    redirect(listAddress(path, { page: Math.ceil(names.length / pageSize) }))
  const words = { name: project.name, description: project.description }
  const add = offers["document.add"] && (
    <ButtonLink kind="primary" href={`/projects/${projectId}/documents/new`}>
      Add a document
    </ButtonLink>
  )
  return (
    <>
      <SiteHeader crumbs={[{ label: "Projects", href: "/projects" }, { label: project.name }]} person={actor} />
      <ProjectNav projectId={projectId} />
      <PageFrame
        title={project.name}
        lede={project.description}
        actions={
          <>
            {offers["project.edit"] && (
              <DescribeProject projectId={projectId} words={words} version={project.version} />
            )}
            {documents.length > 0 && add}
          </>
        }
      >
        {project.broughtInAt && (
          <p className="mb-6 max-w-[42rem] text-soft">
            Brought in from an archive on <Time at={project.broughtInAt} />. Who stands in it without an account here is
            called as the archive calls them; nothing proves that they wrote what it says.
          </p>
        )}
        {documents.length === 0 ? (
          <EmptyState title="No documents yet" action={add}>
            {add
              ? "Add the text to examine. It is split into claims, which reviewers then label and cite."
              : "An editor or owner of this project can add the first one."}
          </EmptyState>
        ) : (
          <>
            <ul className="divide-y divide-rule border-y border-rule">
              {documents.map(document => (
                <DocumentItem
                  key={document.id}
                  projectId={projectId}
                  document={document}
                  mayEdit={offers["document.edit"]}
                  mayBlind={offers["policy.edit"]}
                />
              ))}
            </ul>
            {names.length > pageSize && (
              <ListPager path={path} noun="documents" total={names.length} shown={documents.length} filter={{ page }} />
            )}
          </>
        )}
      </PageFrame>
    </>
  )
}
