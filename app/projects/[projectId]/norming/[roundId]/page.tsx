import type { Metadata } from "next"
import { notFound } from "next/navigation"
import { cache } from "react"
import { stageWords } from "../../../../../lib/domain/norming.ts"
import { round as roundQuery } from "../../../../../lib/queries/round.ts"
import { pageActor } from "../../../../../lib/server/actor.ts"
import { PageFrame } from "../../../../_ui/page-frame.tsx"
import { ProjectNav } from "../../../../_ui/project-nav.tsx"
import { SiteHeader } from "../../../../_ui/site-header.tsx"
import { AgreementLines } from "./_components/agreement-lines.tsx"
import { RoundClaims } from "./_components/round-claims.tsx"
import { RoundStep } from "./_components/round-step.tsx"

interface Props {
  readonly params: Promise<{ projectId: string; roundId: string }>
}

const roundAt = cache(async (projectId: string, roundId: string) => {
  const actor = await pageActor()
  const found = await roundQuery(actor, projectId, roundId)
  if (!found.ok) notFound()
  return { actor, page: found.value }
})

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { projectId, roundId } = await params
  return { title: (await roundAt(projectId, roundId)).page.round.name }
}

/** One norming round: its claims, then everybody's labels on them before and after the discussion. */
export default async function RoundPage({ params }: Props) {
  const { projectId, roundId } = await params
  const { actor, page } = await roundAt(projectId, roundId)
  const { project, offers, round, claims, revealed } = page
  const crumbs = [
    { label: "Projects", href: "/projects" },
    { label: project, href: `/projects/${projectId}` },
    { label: "Norming", href: `/projects/${projectId}/norming` },
    { label: round.name },
  ]
  const done = `You labelled ${round.mine} of ${round.claims}.`
  return (
    <>
      <SiteHeader crumbs={crumbs} person={actor} />
      <ProjectNav projectId={projectId} />
      <PageFrame
        title={round.name}
        lede={`A norming round: ${stageWords[round.stage]}. ${offers["annotation.give"] ? done : ""}`}
        actions={offers["work.assign"] && <RoundStep projectId={projectId} roundId={roundId} stage={round.stage} />}
      >
        {revealed && <AgreementLines revealed={revealed} ended={round.stage === "ended"} />}
        <RoundClaims projectId={projectId} claims={claims} revealed={revealed} />
      </PageFrame>
    </>
  )
}
