import type { Metadata } from "next"
import { notFound, redirect } from "next/navigation"
import { contested } from "../../../../lib/queries/contested.ts"
import { pageSize } from "../../../../lib/schema/list-filter.ts"
import { pageActor } from "../../../../lib/server/actor.ts"
import { ButtonLink } from "../../../_ui/button-link.tsx"
import { EmptyState } from "../../../_ui/empty-state.tsx"
import { Kbd } from "../../../_ui/kbd.tsx"
import { PageFrame } from "../../../_ui/page-frame.tsx"
import { ProjectNav } from "../../../_ui/project-nav.tsx"
import { SiteHeader } from "../../../_ui/site-header.tsx"
import { TextLink } from "../../../_ui/text-link.tsx"
import { listAddress } from "../_components/list-address.ts"
import { ListPager } from "../_components/list-pager.tsx"
import { contestedAddress } from "./_components/contested-address.ts"
import { ContestedFilterForm } from "./_components/contested-filter-form.tsx"
import { ContestedItem } from "./_components/contested-item.tsx"
import { ContestedList } from "./_components/contested-list.tsx"

interface Props {
  readonly params: Promise<{ projectId: string }>
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

export const metadata: Metadata = { title: "Contested" }

/** The contested claims over all documents of the project, by default those on which people agree least first. */
export default async function ContestedPage({ params, searchParams }: Props) {
  const { projectId } = await params
  const path = `/projects/${projectId}/contested`
  const actor = await pageActor()
  const found = await contested(actor, projectId, await searchParams)
  if (!found.ok) {
    if (found.failure.code === "invalid") redirect(path)
    notFound()
  }
  const { project, offers, filter, documents, total, waiting, own, ownForbidden, claims } = found.value
  const { page: _page, ...choice } = filter
  if (claims.length === 0 && total > 0) redirect(listAddress(path, { ...filter, page: Math.ceil(total / pageSize) }))
  const crumbs = [
    { label: "Projects", href: "/projects" },
    { label: project, href: `/projects/${projectId}` },
    { label: "Contested" },
  ]
  const narrowed = filter.document !== undefined || filter.how !== undefined || filter.show === "waiting"
  const [first] = claims
  return (
    <>
      <SiteHeader crumbs={crumbs} person={actor} />
      <ProjectNav projectId={projectId} />
      <PageFrame
        title="Contested"
        lede="Claims on which people disagree, or whose evidence does. An editor decides them, with a reason."
        actions={
          first &&
          offers["claim.adjudicate"] && (
            <ButtonLink kind="primary" href={contestedAddress(projectId, choice, first.unitId)}>
              Begin with the first
            </ButtonLink>
          )
        }
      >
        <ContestedFilterForm path={path} filter={filter} documents={documents} ownForbidden={ownForbidden} />
        <p className="mb-3 flex flex-wrap gap-x-5 gap-y-1 text-sm text-soft">
          <span className="figures">
            {total} {total === 1 ? "claim" : "claims"}
          </span>
          {filter.show === "ready" && waiting > 0 && (
            <TextLink href={contestedAddress(projectId, { ...choice, show: "waiting" })}>
              {waiting} {waiting === 1 ? "waits" : "wait"} for answers
            </TextLink>
          )}
          {own > 0 && (
            <TextLink href={contestedAddress(projectId, { ...choice, own: "1" })}>
              {own} left out that you labelled: the policy lets another editor decide {own === 1 ? "it" : "them"}
            </TextLink>
          )}
          <span>
            <Kbd>j</Kbd> <Kbd>k</Kbd> go from claim to claim, <Kbd>Enter</Kbd> opens one
          </span>
        </p>
        {claims.length === 0 ? (
          <EmptyState
            title={narrowed ? "No contested claim matches" : "Nothing is contested now"}
            action={narrowed && <TextLink href={path}>Show all that can be decided</TextLink>}
          >
            {narrowed
              ? "Choose other filters to see more."
              : "When people give a claim different labels, or its evidence points both ways, it is listed here until an editor decides or they agree."}
          </EmptyState>
        ) : (
          <>
            <ContestedList>
              {claims.map(claim => (
                <ContestedItem
                  key={claim.unitId}
                  claim={claim}
                  href={contestedAddress(projectId, choice, claim.unitId)}
                />
              ))}
            </ContestedList>
            <ListPager path={path} noun="claims" total={total} shown={claims.length} filter={filter} />
          </>
        )}
      </PageFrame>
    </>
  )
}
