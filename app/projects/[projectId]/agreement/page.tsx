import type { Metadata } from "next"
import { notFound, redirect } from "next/navigation"
import type { ReactNode } from "react"
import { claimKindWords } from "../../../../lib/domain/labelled-claims.ts"
import { agreement } from "../../../../lib/queries/agreement.ts"
import { pageActor } from "../../../../lib/server/actor.ts"
import { buttonLook } from "../../../_ui/button-look.ts"
import { EmptyState } from "../../../_ui/empty-state.tsx"
import { PageFrame } from "../../../_ui/page-frame.tsx"
import { ProjectNav } from "../../../_ui/project-nav.tsx"
import { SiteHeader } from "../../../_ui/site-header.tsx"
import { TextLink } from "../../../_ui/text-link.tsx"
import { listAddress } from "../_components/list-address.ts"
import { ListPager } from "../_components/list-pager.tsx"
import { onPage } from "../_components/on-page.ts"
import { AgreementTabs } from "./_components/agreement-tabs.tsx"
import { ChoiceForm } from "./_components/choice-form.tsx"
import { choiceSentence } from "./_components/choice-sentence.ts"
import { GroupTable } from "./_components/group-table.tsx"
import { Headline } from "./_components/headline.tsx"
import { HowToRead } from "./_components/how-to-read.tsx"
import { monthWithin, monthWords } from "./_components/month-words.ts"
import { PairTable } from "./_components/pair-table.tsx"

export const metadata: Metadata = { title: "Agreement" }

interface Props {
  readonly params: Promise<{ projectId: string }>
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** How far the people of a project agree, as a whole and in parts, each figure with what it rests on. */
export default async function AgreementPage({ params, searchParams }: Props) {
  const { projectId } = await params
  const path = `/projects/${projectId}/agreement`
  const actor = await pageActor()
  const found = await agreement(actor, projectId, await searchParams)
  if (!found.ok) {
    if (found.failure.code === "invalid") redirect(path)
    notFound()
  }
  const { project, filter, documents, people, claims, labelled, labels, byDocument, kinds, months, pairs } = found.value
  const { page: _page, documents: _documents, ...choice } = filter
  const claimsAt = (more: object = {}) => listAddress(`${path}/claims`, { ...choice, ...more })
  const shown = onPage(pairs, filter.page)
  const documentRows = onPage(byDocument, filter.documents)
  const narrowed = Object.entries(choice).some(([name, value]) => name !== "labels" && value !== undefined)
  const crumbs = [
    { label: "Projects", href: "/projects" },
    { label: project, href: `/projects/${projectId}` },
    { label: "Agreement" },
  ]
  return (
    <>
      <SiteHeader crumbs={crumbs} person={actor} />
      <ProjectNav projectId={projectId} />
      <PageFrame
        title="Agreement"
        width="wide"
        lede="How far people give the same claims the same labels, beyond what chance would do. Disagreement is a result: the claims behind each figure are one press away."
        actions={
          labels > 0 && (
            <a
              href={listAddress(`/api/v1/projects/${projectId}/agreement/file`, choice)}
              className={buttonLook("quiet", "normal")}
            >
              Download CSV
            </a>
          )
        }
      >
        <AgreementTabs projectId={projectId} here="figures" />
        <ChoiceForm path={path} filter={filter} documents={documents} people={people} />
        {labels === 0 ? (
          <EmptyState
            title={narrowed || filter.labels === "blind" ? "No labels match" : "No labels yet"}
            action={(narrowed || filter.labels === "blind") && <TextLink href={path}>Show all labels</TextLink>}
          >
            {narrowed || filter.labels === "blind"
              ? "No label that you may see belongs to this choice. Labels are given blind in projects and norming rounds that hide what others said."
              : "When two people have labelled the same claims, this page says how far they agree. In a blind project you see figures of the claims that you labelled yourself."}
          </EmptyState>
        ) : (
          <>
            <p className="figures mb-8 max-w-[46rem] text-soft">
              {choiceSentence(filter, { documents, people })} {sizeWords(labels, labelled, claims)}
            </p>
            <Headline found={found.value} claimsPath={claimsAt()} />
            <Part
              title="By pair"
              note="Cohen’s kappa and Gwet’s AC1 of each two people on the claims that both labelled, of those that either did. A pair with few claims says little."
            >
              {pairs.length === 0 ? (
                <p>No two people labelled the same claim here.</p>
              ) : (
                <PairTable
                  pairs={shown.rows}
                  claimsOf={({ one, other }) => claimsAt({ one: one.id, other: other.id, differ: "1" })}
                />
              )}
              {pairs.length > shown.rows.length && (
                <ListPager
                  path={path}
                  noun="pairs"
                  total={pairs.length}
                  shown={shown.rows.length}
                  filter={{ ...choice, page: shown.page }}
                />
              )}
            </Part>
            <Part
              title="By document"
              note="Each document by itself. The figures above are of all claims together and no mean of these."
            >
              <GroupTable
                caption="Agreement by document"
                heading="Document"
                rows={documentRows.rows.map(line => ({
                  ...line,
                  key: line.documentId,
                  name: line.title,
                  claims: claimsAt({ document: line.documentId }),
                }))}
              />
              {byDocument.length > documentRows.rows.length && (
                <ListPager
                  path={path}
                  noun="documents"
                  param="documents"
                  total={byDocument.length}
                  shown={documentRows.rows.length}
                  filter={{ ...choice, page: documentRows.page }}
                />
              )}
            </Part>
            <Part
              title="By kind of claim"
              note="What the splitter noticed in a claim. A claim can be of several kinds."
            >
              <GroupTable
                caption="Agreement by kind of claim"
                heading="Claims"
                rows={kinds.map(line => ({
                  ...line,
                  key: line.kind,
                  name: claimKindWords[line.kind],
                  claims: claimsAt({ kind: line.kind }),
                }))}
              />
            </Part>
            <Part
              title="By month"
              note="A claim counts in the month in which it got its last label, so that each is in one."
            >
              <GroupTable
                caption="Agreement by month"
                heading="Month"
                rows={months.map(line => ({
                  ...line,
                  key: line.month,
                  name: monthWords(line.month),
                  claims: claimsAt(monthWithin(line.month, filter)),
                }))}
              />
            </Part>
          </>
        )}
        <HowToRead />
      </PageFrame>
    </>
  )
}

const counted = new Intl.NumberFormat("en-GB")
const sizeWords = (labels: number, labelled: number, claims: number) =>
  `${counted.format(labels)} ${labels === 1 ? "label" : "labels"} on ${counted.format(labelled)} of ${counted.format(claims)} ${claims === 1 ? "claim" : "claims"}.`

function Part({ title, note, children }: { title: string; note: string; children: ReactNode }) {
  return (
    <section className="mb-12">
      <h2 className="font-text text-2xl">{title}</h2>
      <p className="mt-1 mb-4 max-w-[46rem] text-soft">{note}</p>
      {children}
    </section>
  )
}
