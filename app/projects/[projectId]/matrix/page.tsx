import type { Metadata } from "next"
import { notFound, redirect } from "next/navigation"
import { evidenceMatrix } from "../../../../lib/queries/evidence-matrix.ts"
import { pageActor } from "../../../../lib/server/actor.ts"
import { ButtonLink } from "../../../_ui/button-link.tsx"
import { EmptyState } from "../../../_ui/empty-state.tsx"
import { PageFrame } from "../../../_ui/page-frame.tsx"
import { ProjectNav } from "../../../_ui/project-nav.tsx"
import { SiteHeader } from "../../../_ui/site-header.tsx"
import { MatrixBoard } from "./_components/matrix-board.tsx"

export const metadata: Metadata = { title: "Matrix" }

interface Props {
  readonly params: Promise<{ projectId: string }>
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** The evidence of a project as claims by sources. */
export default async function MatrixPage({ params, searchParams }: Props) {
  const { projectId } = await params
  const path = `/projects/${projectId}/matrix`
  const actor = await pageActor()
  const found = await evidenceMatrix(actor, projectId, await searchParams)
  if (!found.ok) {
    if (found.failure.code === "invalid") redirect(path)
    notFound()
  }
  const { project, filter, matrix, elsewhere, uses, head } = found.value
  const crumbs = [
    { label: "Projects", href: "/projects" },
    { label: project, href: `/projects/${projectId}` },
    { label: "Matrix" },
  ]
  return (
    <>
      <SiteHeader crumbs={crumbs} person={actor} />
      <ProjectNav projectId={projectId} />
      <PageFrame
        title="Evidence matrix"
        lede="Which source says what about which claim, and which claims hang on one witness."
        width="wide"
      >
        {uses === 0 ? (
          <EmptyState
            title="No evidence yet"
            action={<ButtonLink href={`/projects/${projectId}`}>Go to the documents</ButtonLink>}
          >
            In the reading room, choose a claim and press c to cite a source for or against it. The claim and the source
            will meet here.
          </EmptyState>
        ) : (
          <MatrixBoard
            key={JSON.stringify(filter)}
            projectId={projectId}
            filter={filter}
            matrix={matrix}
            elsewhere={elsewhere}
            head={head}
          />
        )}
      </PageFrame>
    </>
  )
}
