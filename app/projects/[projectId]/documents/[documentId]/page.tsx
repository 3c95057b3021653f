import type { Metadata } from "next"
import { notFound } from "next/navigation"
import { cache } from "react"
import { packUnits } from "../../../../../lib/domain/packed-units.ts"
import { readingRoom } from "../../../../../lib/queries/reading-room.ts"
import { pageActor } from "../../../../../lib/server/actor.ts"
import { PeopleHere } from "../../../../_live/people-here.tsx"
import { SiteHeader } from "../../../../_ui/site-header.tsx"
import { claimCounts } from "./_room/claim-counts.ts"
import { Progress } from "./_room/progress.tsx"
import { ReadingRoom } from "./_room/reading-room.tsx"

interface Props {
  readonly params: Promise<{ projectId: string; documentId: string }>
  readonly searchParams: Promise<{ unit?: string; at?: string }>
}

const roomAt = cache(async (projectId: string, documentId: string) => {
  const actor = await pageActor(`/projects/${projectId}/documents/${documentId}`)
  const found = await readingRoom(actor, documentId)
  if (!found.ok || found.value.document.projectId !== projectId) notFound()
  return { actor, room: found.value }
})

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { projectId, documentId } = await params
  const { room } = await roomAt(projectId, documentId)
  return { title: room.document.title }
}

/** One document: its text as a book page, with the claims and the card of the one at hand. */
export default async function DocumentPage({ params, searchParams }: Props) {
  const { projectId, documentId } = await params
  const { unit, at } = await searchParams
  const { actor, room } = await roomAt(projectId, documentId)
  const { units, ...rest } = room
  const { project, title } = room.document
  const asked = unit ?? room.units.find(({ end }) => at !== undefined && end > Number(at))?.id
  return (
    <>
      <SiteHeader
        crumbs={[{ label: project, href: `/projects/${projectId}` }, { label: title }]}
        right={
          <>
            <PeopleHere projectId={projectId} documentId={documentId} />
            <Progress start={claimCounts(documentId, room.units)} />
          </>
        }
        person={actor}
      />
      <ReadingRoom room={rest} packed={packUnits(units)} {...(asked && { startAt: asked })} />
    </>
  )
}
