import type { ReactNode } from "react"
import { movesOf } from "../../../lib/domain/live.ts"
import { liveRevisions } from "../../../lib/queries/live-revisions.ts"
import { pageActor } from "../../../lib/server/actor.ts"
import { ProjectLive } from "../../_live/project-live.tsx"

interface Props {
  readonly params: Promise<{ projectId: string }>
  readonly children: ReactNode
}

/** What all pages of a project share: they stay at what the project is while others work in it. */
export default async function ProjectLayout({ params, children }: Props) {
  const { projectId } = await params
  const found = await liveRevisions(await pageActor(), projectId)
  return (
    <>
      {children}
      <ProjectLive projectId={projectId} moves={found.ok ? movesOf(found.value) : null} />
    </>
  )
}
