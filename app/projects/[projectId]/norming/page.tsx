import type { Metadata } from "next"
import { notFound } from "next/navigation"
import { stageWords } from "../../../../lib/domain/norming.ts"
import { rounds as roundsQuery } from "../../../../lib/queries/rounds.ts"
import { pageActor } from "../../../../lib/server/actor.ts"
import { EmptyState } from "../../../_ui/empty-state.tsx"
import { PageFrame } from "../../../_ui/page-frame.tsx"
import { ProjectNav } from "../../../_ui/project-nav.tsx"
import { SiteHeader } from "../../../_ui/site-header.tsx"
import { TextLink } from "../../../_ui/text-link.tsx"
import { Time } from "../../../_ui/time.tsx"
import { ListPager } from "../_components/list-pager.tsx"
import { onPage } from "../_components/on-page.ts"
import { pageOf } from "../_components/page-of.ts"
import { BeginRound } from "./_components/begin-round.tsx"

export const metadata: Metadata = { title: "Norming" }

interface Props {
  readonly params: Promise<{ projectId: string }>
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** The rounds in which reviewers find out whether they mean the same by a label. */
export default async function NormingPage({ params, searchParams }: Props) {
  const { projectId } = await params
  const path = `/projects/${projectId}/norming`
  const actor = await pageActor()
  const found = await roundsQuery(actor, projectId)
  if (!found.ok) notFound()
  const { project, offers, documents, rounds } = found.value
  const shown = onPage(rounds, pageOf((await searchParams)["page"]))
  const begin = offers["work.assign"] && documents.length > 0 && (
    <BeginRound projectId={projectId} documents={documents} />
  )
  const crumbs = [
    { label: "Projects", href: "/projects" },
    { label: project, href: `/projects/${projectId}` },
    { label: "Norming" },
  ]
  return (
    <>
      <SiteHeader crumbs={crumbs} person={actor} />
      <ProjectNav projectId={projectId} />
      <PageFrame
        title="Norming"
        lede="Everybody labels the same few claims blind; all labels are revealed at once, discussed and given again. The round shows how far the labels agreed before and after."
        actions={rounds.length > 0 && begin}
      >
        {rounds.length === 0 ? (
          <EmptyState title="No rounds yet" action={begin}>
            {begin
              ? "Begin one with ten claims or so before the work is shared out: what people mean by a label differs more than they think."
              : "An editor or owner of this project can begin one, once there is a document."}
          </EmptyState>
        ) : (
          <ul className="divide-y divide-rule border-y border-rule">
            {shown.rows.map(({ id, name, stage, by, createdAt, claims, mine }) => (
              <li key={id} className="grid gap-1 py-4">
                <TextLink href={`${path}/${id}`} kind="quiet" className="font-text text-xl break-words">
                  {name}
                </TextLink>
                <p className="figures text-sm text-soft">
                  {stageWords[stage]} · {claims} {claims === 1 ? "claim" : "claims"}
                  {offers["annotation.give"] && `, of which you labelled ${mine}`} · begun by {by},{" "}
                  <Time at={createdAt} />
                </p>
              </li>
            ))}
          </ul>
        )}
        {rounds.length > shown.rows.length && (
          <ListPager
            path={path}
            noun="rounds"
            total={rounds.length}
            shown={shown.rows.length}
            filter={{ page: shown.page }}
          />
        )}
      </PageFrame>
    </>
  )
}
