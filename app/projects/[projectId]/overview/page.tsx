import type { Metadata } from "next"
import { notFound, redirect } from "next/navigation"
import { countedClaims } from "../../../../lib/domain/claim-strip.ts"
import { overview, stripsAtOnce } from "../../../../lib/queries/overview.ts"
import { pageActor } from "../../../../lib/server/actor.ts"
import { EmptyState } from "../../../_ui/empty-state.tsx"
import { PageFrame } from "../../../_ui/page-frame.tsx"
import { Pager } from "../../../_ui/pager.tsx"
import { ProjectNav } from "../../../_ui/project-nav.tsx"
import { SiteHeader } from "../../../_ui/site-header.tsx"
import { TextLink } from "../../../_ui/text-link.tsx"
import { listAddress } from "../_components/list-address.ts"
import { AgreementPart } from "./_components/agreement-part.tsx"
import { FigureRow } from "./_components/figure-row.tsx"
import { HotSpots } from "./_components/hot-spots.tsx"
import { InTheWay } from "./_components/in-the-way.tsx"
import { Lately } from "./_components/lately.tsx"
import { Part } from "./_components/part.tsx"
import { ProgressPart } from "./_components/progress-part.tsx"
import { StripPart } from "./_components/strip-part.tsx"
import { WorkloadTable } from "./_components/workload-part.tsx"

interface Props {
  readonly params: Promise<{ projectId: string }>
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

export const metadata: Metadata = { title: "Overview" }

/** A project at a glance: where it stands and came from, where it hurts, who has what to do. */
export default async function OverviewPage({ params, searchParams }: Props) {
  const { projectId } = await params
  const path = `/projects/${projectId}/overview`
  const actor = await pageActor()
  const found = await overview(actor, projectId, await searchParams)
  if (!found.ok) {
    if (found.failure.code === "invalid") redirect(path)
    notFound()
  }
  const page = found.value
  const { project, sums, strips, documents, filter, bound, assigns, people } = page
  if (strips.length === 0 && documents > 0)
    redirect(listAddress(path, { ...filter, page: Math.ceil(documents / stripsAtOnce) }))
  const claims = countedClaims(sums.counts)
  const vetted = sums.counts.documented + sums.counts.disputed + sums.counts.speculative
  const crumbs = [
    { label: "Projects", href: "/projects" },
    { label: project, href: `/projects/${projectId}` },
    { label: "Overview" },
  ]
  return (
    <>
      <SiteHeader crumbs={crumbs} person={actor} />
      <ProjectNav projectId={projectId} />
      <PageFrame
        title="Overview"
        lede={
          bound
            ? "How far the work is. Every number is made of what you may see, and leads to what it counts."
            : "How far the work is. Every number leads to what it counts."
        }
      >
        {claims === 0 ? (
          <EmptyState title="No claims yet" action={<TextLink href={`/projects/${projectId}`}>Documents</TextLink>}>
            When a text is added, its claims and what becomes of them are drawn here.
          </EmptyState>
        ) : (
          <>
            <FigureRow projectId={projectId} claims={claims} vetted={vetted} page={page} />
            <ProgressPart logHead={page.logHead} path={path} {...page.progress} bound={bound} />
            <StripPart logHead={page.logHead} projectId={projectId} strips={strips} />
            {documents > stripsAtOnce && (
              <div className="-mt-10 mb-12">
                <Pager
                  noun="documents"
                  from={(filter.page - 1) * stripsAtOnce + 1}
                  to={(filter.page - 1) * stripsAtOnce + strips.length}
                  total={documents}
                  previous={filter.page > 1 ? listAddress(path, { ...filter, page: filter.page - 1 }) : undefined}
                  next={
                    filter.page * stripsAtOnce < documents
                      ? listAddress(path, { ...filter, page: filter.page + 1 })
                      : undefined
                  }
                />
              </div>
            )}
            <div className="grid gap-x-14 md:grid-cols-2">
              <InTheWay projectId={projectId} bound={bound} inTheWay={page.inTheWay} />
              <div className="min-w-0">
                <AgreementPart projectId={projectId} agreement={page.agreement} />
                <HotSpots projectId={projectId} spots={page.hotSpots} />
              </div>
            </div>
            <Part
              title={assigns ? "Who does what" : "Your work"}
              lede={
                <>
                  <TextLink href={`/projects/${projectId}/queue`}>The queue</TextLink> gives out what waits;{" "}
                  <TextLink href={`/projects/${projectId}/work`}>Work</TextLink> shows who has it.
                </>
              }
            >
              <WorkloadTable projectId={projectId} people={people} />
            </Part>
            <Lately projectId={projectId} lately={page.lately} />
          </>
        )}
      </PageFrame>
    </>
  )
}
