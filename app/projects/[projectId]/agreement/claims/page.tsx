import type { Metadata } from "next"
import { notFound, redirect } from "next/navigation"
import { agreementClaims } from "../../../../../lib/queries/agreement-claims.ts"
import { pageSize } from "../../../../../lib/schema/list-filter.ts"
import { pageActor } from "../../../../../lib/server/actor.ts"
import { EmptyState } from "../../../../_ui/empty-state.tsx"
import { PageFrame } from "../../../../_ui/page-frame.tsx"
import { ProjectNav } from "../../../../_ui/project-nav.tsx"
import { SiteHeader } from "../../../../_ui/site-header.tsx"
import { TextLink } from "../../../../_ui/text-link.tsx"
import { listAddress } from "../../_components/list-address.ts"
import { ListPager } from "../../_components/list-pager.tsx"
import { AgreementTabs } from "../_components/agreement-tabs.tsx"
import { ChoiceForm } from "../_components/choice-form.tsx"
import { choiceSentence } from "../_components/choice-sentence.ts"
import { ClaimItem } from "./_components/claim-item.tsx"

export const metadata: Metadata = { title: "Claims behind the agreement" }

interface Props {
  readonly params: Promise<{ projectId: string }>
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** The claims behind a figure of agreement, in the order of the texts, each with its labels. */
export default async function AgreementClaimsPage({ params, searchParams }: Props) {
  const { projectId } = await params
  const figures = `/projects/${projectId}/agreement`
  const path = `${figures}/claims`
  const actor = await pageActor()
  const found = await agreementClaims(actor, projectId, await searchParams)
  if (!found.ok) {
    if (found.failure.code === "invalid") redirect(path)
    notFound()
  }
  const { project, filter, documents, people, total, claims } = found.value
  const { documents: _documents, ...choice } = filter
  if (claims.length === 0 && total > 0) redirect(listAddress(path, { ...choice, page: Math.ceil(total / pageSize) }))
  const crumbs = [
    { label: "Projects", href: "/projects" },
    { label: project, href: `/projects/${projectId}` },
    { label: "Agreement", href: figures },
    { label: "Claims" },
  ]
  const { differ, page: _page, ...asked } = choice
  return (
    <>
      <SiteHeader crumbs={crumbs} person={actor} />
      <ProjectNav projectId={projectId} />
      <PageFrame
        title={differ ? "Claims on which labels differ" : "Claims with two labels or more"}
        lede="What the figures of agreement are made of. Each claim opens in its text."
      >
        <AgreementTabs projectId={projectId} here="claims" />
        <ChoiceForm path={path} filter={filter} documents={documents} people={people} claims />
        <p className="mb-4 text-soft">
          {choiceSentence(filter, { documents, people })}{" "}
          <TextLink href={listAddress(figures, asked)}>Show the figures of this choice</TextLink>
        </p>
        {claims.length === 0 ? (
          <EmptyState title="No claims match" action={<TextLink href={path}>Show all claims with two labels</TextLink>}>
            {differ
              ? "On no claim of this choice do the labels differ."
              : "No claim of this choice has two labels that you may see."}
          </EmptyState>
        ) : (
          <>
            <ul className="divide-y divide-rule border-y border-rule">
              {claims.map(claim => (
                <ClaimItem key={claim.unitId} projectId={projectId} claim={claim} />
              ))}
            </ul>
            <ListPager path={path} noun="claims" total={total} shown={claims.length} filter={choice} />
          </>
        )}
      </PageFrame>
    </>
  )
}
