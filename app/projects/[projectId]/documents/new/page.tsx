import type { Metadata } from "next"
import { notFound } from "next/navigation"
import { projectOverview } from "../../../../../lib/queries/project-overview.ts"
import { pageActor } from "../../../../../lib/server/actor.ts"
import { limits } from "../../../../../lib/server/limits.ts"
import { PageFrame } from "../../../../_ui/page-frame.tsx"
import { ProjectNav } from "../../../../_ui/project-nav.tsx"
import { SiteHeader } from "../../../../_ui/site-header.tsx"
import { NewDocumentForm } from "./new-document-form.tsx"

export const metadata: Metadata = { title: "Add a document" }

/** Adds a text to a project, pasted or uploaded. */
export default async function NewDocumentPage({ params }: { params: Promise<{ projectId: string }> }) {
  const { projectId } = await params
  const actor = await pageActor(`/projects/${projectId}/documents/new`)
  const found = await projectOverview(actor, projectId)
  if (!found.ok) notFound()
  const { project, offers } = found.value
  const crumbs = [
    { label: "Projects", href: "/projects" },
    { label: project.name, href: `/projects/${projectId}` },
    { label: "Add a document" },
  ]
  return (
    <>
      <SiteHeader crumbs={crumbs} person={actor} />
      <ProjectNav projectId={projectId} />
      <PageFrame title="Add a document" lede="The text is kept exactly as it is and split into claims." width="text">
        {offers["document.add"] ? (
          <NewDocumentForm projectId={projectId} limit={limits.text} fetches={!limits.fetchOff} />
        ) : (
          <p>Editors and owners add documents. Ask an owner to change your role.</p>
        )}
      </PageFrame>
    </>
  )
}
