import type { Metadata } from "next"
import { notFound } from "next/navigation"
import { readingRoom } from "../../../../../lib/queries/reading-room.ts"
import { pageActor } from "../../../../../lib/server/actor.ts"
import { SiteHeader } from "../../../../_ui/site-header.tsx"
import { claimCounts } from "./_room/claim-counts.ts"
import { Progress } from "./_room/progress.tsx"
import { ReadingRoom } from "./_room/reading-room.tsx"

interface Props {
  readonly params: Promise<{ projectId: string; documentId: string }>
  readonly searchParams: Promise<{ unit?: string; at?: string }>
}

export const metadata: Metadata = { title: "Reading room" }

/** One document: its text as a book page, with the claims and the card of the one at hand. */
export default async function DocumentPage({ params, searchParams }: Props) {
  const { projectId, documentId } = await params
  const { unit, at } = await searchParams
  const actor = await pageActor(`/projects/${projectId}/documents/${documentId}`)
  const found = await readingRoom(actor, documentId)
  if (!found.ok || found.value.document.projectId !== projectId) notFound()
  const room = found.value
  const { project, title } = room.document
  const asked = unit ?? room.units.find(({ end }) => at !== undefined && end > Number(at))?.id
  return (
    <>
      <SiteHeader
        crumbs={[{ label: project, href: `/projects/${projectId}` }, { label: title }]}
        right={<Progress start={claimCounts(documentId, room.units)} />}
        person={actor}
      />
      <ReadingRoom room={room} {...(asked && { startAt: asked })} />
    </>
  )
}
