import type { Metadata } from "next"
import { notFound, redirect } from "next/navigation"
import { flags } from "../../../../lib/queries/flags.ts"
import { pageActor } from "../../../../lib/server/actor.ts"
import { PageFrame } from "../../../_ui/page-frame.tsx"
import { ProjectNav } from "../../../_ui/project-nav.tsx"
import { SiteHeader } from "../../../_ui/site-header.tsx"
import { DeskBoard } from "./_desk/desk-board.tsx"

interface Props {
  readonly params: Promise<{ projectId: string }>
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

export const metadata: Metadata = { title: "Flags" }

/** Passages that need work, over all documents of the project, whoever or whatever says so. */
export default async function FlagsPage({ params, searchParams }: Props) {
  const { projectId } = await params
  const actor = await pageActor()
  const found = await flags(actor, projectId, await searchParams)
  if (!found.ok) {
    if (found.failure.code === "invalid") redirect(`/projects/${projectId}/flags`)
    notFound()
  }
  const crumbs = [
    { label: "Projects", href: "/projects" },
    { label: found.value.project, href: `/projects/${projectId}` },
    { label: "Flags" },
  ]
  return (
    <>
      <SiteHeader crumbs={crumbs} person={actor} />
      <ProjectNav projectId={projectId} />
      <PageFrame title="Flags" lede="Passages that need work, marked by people or found by rules." width="wide">
        <DeskBoard projectId={projectId} page={found.value} />
      </PageFrame>
    </>
  )
}
