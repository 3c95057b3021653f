import type { Metadata } from "next"
import { notFound, redirect } from "next/navigation"
import { certain, fewestClaims, fewestPeople, noOpinionSentence } from "../../../../../lib/domain/second-opinion.ts"
import { secondOpinion } from "../../../../../lib/queries/second-opinion.ts"
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
import { countWords } from "../_components/figure-words.ts"
import { MatrixOf } from "./_components/matrix-of.tsx"
import { OpinionForm } from "./_components/opinion-form.tsx"
import { OpinionItem } from "./_components/opinion-item.tsx"

export const metadata: Metadata = { title: "Second opinion" }

interface Props {
  readonly params: Promise<{ projectId: string }>
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** What a model of reliable and unreliable observers makes of the labels, beside the verdicts. It decides nothing. */
export default async function SecondOpinionPage({ params, searchParams }: Props) {
  const { projectId } = await params
  const path = `/projects/${projectId}/agreement/second-opinion`
  const actor = await pageActor()
  const found = await secondOpinion(actor, projectId, await searchParams)
  if (!found.ok) {
    if (found.failure.code === "invalid") redirect(path)
    notFound()
  }
  const { project, filter, documents, why, opinions, matrices, seesAll } = found.value
  if (opinions && opinions.claims.length === 0 && opinions.total > 0)
    redirect(listAddress(path, { ...filter, page: Math.ceil(opinions.total / pageSize) }))
  const crumbs = [
    { label: "Projects", href: "/projects" },
    { label: project, href: `/projects/${projectId}` },
    { label: "Agreement", href: `/projects/${projectId}/agreement` },
    { label: "Second opinion" },
  ]
  return (
    <>
      <SiteHeader crumbs={crumbs} person={actor} />
      <ProjectNav projectId={projectId} />
      <PageFrame
        title="Second opinion"
        lede="Which label fits each claim best if people err each in their own way. It decides nothing: verdicts come from the policy and from editors."
      >
        <AgreementTabs projectId={projectId} here="second-opinion" />
        {opinions === null ? (
          <EmptyState
            title="Too little to go by"
            action={
              filter.labels === "blind" && <TextLink href={path}>Ask it about all labels as they stand now</TextLink>
            }
          >
            {why && noOpinionSentence[why]}
          </EmptyState>
        ) : (
          <>
            <p className="figures mb-6 max-w-[42rem] text-soft">
              Made of {countWords(opinions.rests.labels)} labels of {countWords(opinions.rests.people)} people on{" "}
              {countWords(opinions.rests.claims)} claims that have two or more.
              {!opinions.converged && " The model did not come to rest: what it says may still move a little."}
            </p>
            <section aria-labelledby="opinions" className="mb-12">
              <h2 id="opinions" className="mb-4 font-text text-2xl">
                Claims
              </h2>
              <OpinionForm path={path} filter={filter} documents={documents} counts={opinions.counts} />
              {opinions.claims.length === 0 ? (
                <EmptyState title="No claims in this list">
                  {filter.list === "differs"
                    ? "Where there is a verdict, the model finds the same label likeliest."
                    : "Choose another list to see more."}
                </EmptyState>
              ) : (
                <>
                  <ul className="divide-y divide-rule border-y border-rule">
                    {opinions.claims.map(claim => (
                      <OpinionItem key={claim.unitId} projectId={projectId} claim={claim} />
                    ))}
                  </ul>
                  <ListPager
                    path={path}
                    noun="claims"
                    total={opinions.total}
                    shown={opinions.claims.length}
                    filter={filter}
                  />
                </>
              )}
            </section>
            <section aria-labelledby="reliable" className="mb-12">
              <h2 id="reliable" className="font-text text-2xl">
                Who is reliable at what
              </h2>
              <p className="mt-1 mb-5 max-w-[42rem] text-soft">
                {seesAll
                  ? "Owners see everybody’s table; everybody else sees their own alone. It compares people with what most of them say, and with no truth: where one person is right against all others, their table looks worst."
                  : "You see your own table alone; owners see everybody’s. It compares you with what most people say, and with no truth: who is right against all others looks worst in it."}
              </p>
              {matrices.length === 0 ? (
                <p>The model uses no label of yours, so there is no table of you.</p>
              ) : (
                <div className="grid gap-8">
                  {matrices.map(matrix => (
                    <MatrixOf key={matrix.id} matrix={matrix} />
                  ))}
                </div>
              )}
            </section>
          </>
        )}
        <Limits />
      </PageFrame>
    </>
  )
}

function Limits() {
  return (
    <section aria-labelledby="limits" className="mt-12 max-w-[42rem]">
      <h2 id="limits" className="mb-2 font-text text-2xl">
        What this can’t know
      </h2>
      <p>
        The model of Dawid and Skene (1979) takes it that each claim has one right label and that people err
        independently of each other. A real dispute among sources has no such label, and people who read the same
        handbook err together. It knows nothing of evidence. It needs {fewestPeople} people and {fewestClaims} claims
        with two labels or more, and calls a claim uncertain while no label is likely to {certain * 100} %.
      </p>
    </section>
  )
}
