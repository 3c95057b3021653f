import type { Metadata } from "next"
import { notFound } from "next/navigation"
import { versions } from "../../../../../../lib/queries/versions.ts"
import { pageActor } from "../../../../../../lib/server/actor.ts"
import { PageFrame } from "../../../../../_ui/page-frame.tsx"
import { SiteHeader } from "../../../../../_ui/site-header.tsx"
import { BringIn } from "./_components/bring-in.tsx"

export const metadata: Metadata = { title: "Bring in pre-annotations" }

/** Takes what other tools marked in a document, shows where it stands and what does not fit, and brings in what one chooses. */
export default async function PreAnnotationsPage({
  params,
}: {
  params: Promise<{ projectId: string; documentId: string }>
}) {
  const { projectId, documentId } = await params
  const room = `/projects/${projectId}/documents/${documentId}`
  const actor = await pageActor(`${room}/pre-annotations`)
  const found = await versions(actor, documentId)
  if (!found.ok || found.value.document.projectId !== projectId) notFound()
  const { document, offers } = found.value
  const crumbs = [
    { label: document.project, href: `/projects/${projectId}` },
    { label: document.title, href: room },
    { label: "Bring in pre-annotations" },
  ]
  return (
    <>
      <SiteHeader crumbs={crumbs} person={actor} />
      <PageFrame
        title="Bring in pre-annotations"
        lede={`What people or programs marked in “${document.title}” elsewhere becomes suggestions on its claims. Nothing of it counts until a reviewer says it themselves.`}
      >
        {offers["preannotation.add"] ? (
          <BringIn documentId={documentId} room={room} />
        ) : (
          <p>Editors and owners bring in pre-annotations. Ask an owner to change your role.</p>
        )}
      </PageFrame>
    </>
  )
}
