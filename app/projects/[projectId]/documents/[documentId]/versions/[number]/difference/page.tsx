import type { Metadata } from "next"
import { notFound } from "next/navigation"
import { versionDifference } from "../../../../../../../../lib/queries/version-text.ts"
import { pageActor } from "../../../../../../../../lib/server/actor.ts"
import { TextChanges } from "../../_components/text-changes.tsx"
import { VersionsFrame } from "../../_components/versions-frame.tsx"

export const metadata: Metadata = { title: "What a version changed" }

/** How a version's text differs from the one before it. */
export default async function DifferencePage({
  params,
}: {
  params: Promise<{ projectId: string; documentId: string; number: string }>
}) {
  const { projectId, documentId, number } = await params
  const actor = await pageActor()
  const found = await versionDifference(actor, documentId, Number(number))
  if (!found.ok || found.value.document.projectId !== projectId) notFound()
  const { document, from, pieces, more } = found.value
  return (
    <VersionsFrame
      document={document}
      actor={actor}
      part={`Version ${number} beside ${from}`}
      title={`What version ${number} changed in version ${from}`}
    >
      <TextChanges pieces={pieces} more={more} language={document.language} />
    </VersionsFrame>
  )
}
