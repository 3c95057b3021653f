import type { Metadata } from "next"
import { notFound, redirect } from "next/navigation"
import type { ReactNode } from "react"
import { workload } from "../../../../lib/queries/workload.ts"
import { pageSize } from "../../../../lib/schema/list-filter.ts"
import { pageActor } from "../../../../lib/server/actor.ts"
import { ButtonLink } from "../../../_ui/button-link.tsx"
import { EmptyState } from "../../../_ui/empty-state.tsx"
import { PageFrame } from "../../../_ui/page-frame.tsx"
import { ProjectNav } from "../../../_ui/project-nav.tsx"
import { SiteHeader } from "../../../_ui/site-header.tsx"
import { ListPager } from "../_components/list-pager.tsx"
import { AssignClaims } from "./_components/assign-claims.tsx"
import { DocumentTable } from "./_components/document-table.tsx"
import { PeopleTable } from "./_components/people-table.tsx"
import { QuestionList } from "./_components/question-list.tsx"
import { SkippedList } from "./_components/skipped-list.tsx"

interface Props {
  readonly params: Promise<{ projectId: string }>
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

export const metadata: Metadata = { title: "Work" }

/** Who has which claims to label, how far they are, and where the text is hard; for others than editors, their own. */
export default async function WorkPage({ params, searchParams }: Props) {
  const { projectId } = await params
  const path = `/projects/${projectId}/work`
  const actor = await pageActor()
  const found = await workload(actor, projectId, await searchParams)
  if (!found.ok) {
    if (found.failure.code === "invalid") redirect(path)
    notFound()
  }
  const { project, offers, filter, people, total, documents, names, assignable, skipped, wanted, questions } =
    found.value
  const beyond =
    (people.length === 0 && filter.page > 1) ||
    (documents.length === 0 && filter.documents > 1) ||
    (skipped.claims.length === 0 && filter.skips > 1)
  if (beyond) redirect(path)
  const crumbs = [
    { label: "Projects", href: "/projects" },
    { label: project, href: `/projects/${projectId}` },
    { label: "Work" },
  ]
  const assigns = offers["work.assign"]
  return (
    <>
      <SiteHeader crumbs={crumbs} person={actor} />
      <ProjectNav projectId={projectId} />
      <PageFrame
        title="Work"
        width="wide"
        lede={
          assigns
            ? "Who has which claims to label, and how far they are. What is assigned to somebody comes to them in the queue and is kept for them."
            : "The claims that are assigned to you, and how far you are."
        }
        actions={
          assigns && names.length > 0 ? (
            <AssignClaims projectId={projectId} documents={names} people={assignable} wanted={wanted} />
          ) : (
            offers["annotation.give"] && <ButtonLink href={`/projects/${projectId}/queue`}>Go to the queue</ButtonLink>
          )
        }
      >
        {questions.length > 0 && (
          <Part title="Questions to you">
            <QuestionList projectId={projectId} questions={questions} />
          </Part>
        )}
        <Part title={assigns ? "People" : "You"}>
          {people.length === 0 ? (
            <EmptyState title="Nothing to do for you">
              Readers label no claims, so nothing is assigned to you.
            </EmptyState>
          ) : (
            <PeopleTable
              projectId={projectId}
              assigns={assigns}
              assignable={assignable}
              people={people.map(({ leftAt, lastAt, ...line }) => ({
                ...line,
                left: leftAt !== null,
                lastAt: lastAt?.toISOString() ?? null,
              }))}
            />
          )}
          {total > pageSize && (
            <ListPager path={path} noun="people" total={total} shown={people.length} filter={{ page: filter.page }} />
          )}
        </Part>
        <Part title="Documents">
          {documents.length === 0 ? (
            <EmptyState title="No documents yet">When a text is added, its claims can be assigned here.</EmptyState>
          ) : (
            <DocumentTable projectId={projectId} documents={documents} assigns={assigns} />
          )}
          {names.length > pageSize && (
            <ListPager
              path={path}
              noun="documents"
              param="documents"
              total={names.length}
              shown={documents.length}
              filter={{ page: filter.documents }}
            />
          )}
        </Part>
        {assigns && (
          <Part title="Skipped claims">
            <SkippedList projectId={projectId} claims={skipped.claims} />
            {skipped.total > pageSize && (
              <ListPager
                path={path}
                noun="skipped claims"
                param="skips"
                total={skipped.total}
                shown={skipped.claims.length}
                filter={{ page: filter.skips }}
              />
            )}
          </Part>
        )}
      </PageFrame>
    </>
  )
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="mb-12">
      <h2 className="mb-4 font-text text-2xl">{title}</h2>
      {children}
    </section>
  )
}
