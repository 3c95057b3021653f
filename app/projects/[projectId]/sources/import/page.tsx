import type { Metadata } from "next"
import { notFound } from "next/navigation"
import { sources } from "../../../../../lib/queries/sources.ts"
import { longestImport } from "../../../../../lib/schema/import-input.ts"
import { pageActor } from "../../../../../lib/server/actor.ts"
import { PageFrame } from "../../../../_ui/page-frame.tsx"
import { ProjectNav } from "../../../../_ui/project-nav.tsx"
import { SiteHeader } from "../../../../_ui/site-header.tsx"
import { ImportSources } from "./_components/import-sources.tsx"

export const metadata: Metadata = { title: "Paste or import sources" }

/** Takes a pasted or exported bibliography, shows what was read of it, and adds what one chooses. */
export default async function ImportPage({ params }: { readonly params: Promise<{ projectId: string }> }) {
  const { projectId } = await params
  const actor = await pageActor()
  const found = await sources(actor, projectId, { limit: 0 })
  if (!found.ok || !found.value.offers["source.add"]) notFound()
  return (
    <>
      <SiteHeader
        crumbs={[
          { label: "Projects", href: "/projects" },
          { label: found.value.project, href: `/projects/${projectId}` },
          { label: "Sources", href: `/projects/${projectId}/sources` },
          { label: "Paste or import" },
        ]}
        person={actor}
      />
      <ProjectNav projectId={projectId} />
      <PageFrame
        title="Paste or import sources"
        lede="You see what was read, and what the bibliography has already, before anything is added."
      >
        <ImportSources projectId={projectId} limit={longestImport} />
      </PageFrame>
    </>
  )
}
