import type { Metadata } from "next"
import { notFound } from "next/navigation"
import { versions } from "../../../../../../../lib/queries/versions.ts"
import { pageActor } from "../../../../../../../lib/server/actor.ts"
import { limits } from "../../../../../../../lib/server/limits.ts"
import { VersionsFrame } from "../_components/versions-frame.tsx"
import { NewVersionForm } from "./new-version-form.tsx"

export const metadata: Metadata = { title: "Add a version" }

/** Takes a corrected text, shows what it changes and what would be lost, and adds it when the person says so. */
export default async function NewVersionPage({
  params,
}: {
  params: Promise<{ projectId: string; documentId: string }>
}) {
  const { projectId, documentId } = await params
  const room = `/projects/${projectId}/documents/${documentId}`
  const actor = await pageActor()
  const found = await versions(actor, documentId)
  if (!found.ok || found.value.document.projectId !== projectId) notFound()
  const { document, offers, versions: list } = found.value
  const current = list.find(({ state }) => state === "current")!
  return (
    <VersionsFrame
      document={document}
      actor={actor}
      part="Add a version"
      title="Add a version"
      lede="You see what the corrected text changes, and what of the work on this one would be lost, before anything is stored."
    >
      {offers["document.edit"] ? (
        <NewVersionForm
          projectId={projectId}
          documentId={documentId}
          room={room}
          onto={current.number}
          limit={limits.text}
          language={document.language}
        />
      ) : (
        <p>Editors and owners add versions. Ask an owner to change your role.</p>
      )}
    </VersionsFrame>
  )
}
