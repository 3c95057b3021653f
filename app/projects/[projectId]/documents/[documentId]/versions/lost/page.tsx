import type { Metadata } from "next"
import { notFound } from "next/navigation"
import { lostClaims } from "../../../../../../../lib/queries/lost-claims.ts"
import { pageActor } from "../../../../../../../lib/server/actor.ts"
import { ButtonLink } from "../../../../../../_ui/button-link.tsx"
import { EmptyState } from "../../../../../../_ui/empty-state.tsx"
import { VersionsFrame } from "../_components/versions-frame.tsx"
import { LostList } from "./lost-list.tsx"

export const metadata: Metadata = { title: "Lost in a new version" }

/** What the current text lost: claims and flags, to be placed by a person or given up. */
export default async function LostPage({ params }: { params: Promise<{ projectId: string; documentId: string }> }) {
  const { projectId, documentId } = await params
  const room = `/projects/${projectId}/documents/${documentId}`
  const actor = await pageActor()
  const found = await lostClaims(actor, documentId)
  if (!found.ok || found.value.document.projectId !== projectId) notFound()
  const { units, flags, document, number } = found.value
  return (
    <VersionsFrame
      document={document}
      actor={actor}
      part="Lost"
      title="Lost in a new version"
      lede={`Passages whose words version ${number} does not have. What was said of them is kept here until somebody places them or gives them up.`}
    >
      {units.length + flags.length === 0 ? (
        <EmptyState title="Nothing to place" action={<ButtonLink href={room}>Back to the text</ButtonLink>}>
          Every claim whose work is open to you, and every open flag, stands in the current text.
        </EmptyState>
      ) : (
        <LostList page={found.value} />
      )}
    </VersionsFrame>
  )
}
