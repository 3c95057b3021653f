import type { Metadata } from "next"
import { notFound, redirect } from "next/navigation"
import { contestedClaim } from "../../../../../lib/queries/contested-claim.ts"
import { pageActor } from "../../../../../lib/server/actor.ts"
import { ProjectNav } from "../../../../_ui/project-nav.tsx"
import { SiteHeader } from "../../../../_ui/site-header.tsx"
import { ClaimDesk } from "./_components/claim-desk.tsx"

interface Props {
  readonly params: Promise<{ projectId: string; unitId: string }>
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

export const metadata: Metadata = { title: "Contested claim" }

/** A claim for whom decides on it: what each annotator says and cites side by side, and what the policy makes of it. */
export default async function ContestedClaimPage({ params, searchParams }: Props) {
  const { projectId, unitId } = await params
  const path = `/projects/${projectId}/contested`
  const actor = await pageActor()
  const found = await contestedClaim(actor, projectId, unitId, await searchParams)
  if (!found.ok) {
    if (found.failure.code === "invalid") redirect(`${path}/${unitId}`)
    // It was split, merged or is no claim any more: what it became stands in the list, if it is contested.
    if (found.failure.code === "unit-retired" || found.failure.code === "not-a-claim") redirect(path)
    notFound()
  }
  const crumbs = [
    { label: "Projects", href: "/projects" },
    { label: found.value.project, href: `/projects/${projectId}` },
    { label: "Contested", href: path },
    { label: "Claim" },
  ]
  return (
    <>
      <SiteHeader crumbs={crumbs} person={actor} />
      <ProjectNav projectId={projectId} />
      <ClaimDesk key={unitId} projectId={projectId} page={found.value} />
    </>
  )
}
