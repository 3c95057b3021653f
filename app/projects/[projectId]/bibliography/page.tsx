import type { Metadata } from "next"
import { notFound } from "next/navigation"
import { runsText } from "../../../../lib/domain/text-run.ts"
import { bibliography } from "../../../../lib/queries/bibliography.ts"
import { pageSize } from "../../../../lib/schema/list-filter.ts"
import { pageActor } from "../../../../lib/server/actor.ts"
import { ButtonLink } from "../../../_ui/button-link.tsx"
import { CopyButton } from "../../../_ui/copy-button.tsx"
import { EmptyState } from "../../../_ui/empty-state.tsx"
import { PageFrame } from "../../../_ui/page-frame.tsx"
import { ProjectNav } from "../../../_ui/project-nav.tsx"
import { SiteHeader } from "../../../_ui/site-header.tsx"
import { TextLink } from "../../../_ui/text-link.tsx"
import { ListPager } from "../_components/list-pager.tsx"
import { onPage } from "../_components/on-page.ts"
import { pageOf } from "../_components/page-of.ts"
import { EntryList } from "./_components/entry-list.tsx"

export const metadata: Metadata = { title: "Bibliography" }

interface Props {
  readonly params: Promise<{ projectId: string }>
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** Every source that the project cites, set in its style; in pages, or whole for printing and copying. */
export default async function BibliographyPage({ params, searchParams }: Props) {
  const { projectId } = await params
  const asked = await searchParams
  const actor = await pageActor()
  const found = await bibliography(actor, projectId)
  if (!found.ok) notFound()
  const { project, works, archival, trouble } = found.value
  const path = `/projects/${projectId}/bibliography`
  const all = [
    ...archival.map(entry => ({ ...entry, part: "archival" })),
    ...works.map(entry => ({ ...entry, part: "works" })),
  ]
  const whole = asked["all"] === "1"
  const { page, rows } = whole ? { page: 1, rows: all } : onPage(all, pageOf(asked["page"]))
  const of = (part: string) => rows.filter(entry => entry.part === part)
  return (
    <>
      <SiteHeader
        crumbs={[
          { label: "Projects", href: "/projects" },
          { label: project, href: `/projects/${projectId}` },
          { label: "Sources", href: `/projects/${projectId}/sources` },
          { label: "Bibliography" },
        ]}
        person={actor}
      />
      <ProjectNav projectId={projectId} />
      <PageFrame title="Bibliography" width="text" lede="Every source that a claim of this project cites.">
        {all.length === 0 ? (
          <EmptyState title="Nothing is cited yet">A source stands here as soon as a claim cites it.</EmptyState>
        ) : (
          <>
            <div className="mb-6 flex flex-wrap items-center gap-x-4 gap-y-2 print:hidden">
              <CopyButton text={rows.map(({ runs }) => runsText(runs)).join("\n")} />
              {all.length > pageSize && (
                <ButtonLink href={whole ? path : `${path}?all=1`} size="small">
                  {whole ? "Show it in pages" : "Show it whole, for printing"}
                </ButtonLink>
              )}
              <TextLink href={`/projects/${projectId}/citation-style`}>Change the style</TextLink>
            </div>
            {trouble && <p className="mb-6 border-l-3 border-accent pl-4">{trouble}</p>}
            <EntryList id="archival" title="Archival sources" projectId={projectId} entries={of("archival")} />
            <EntryList id="works" title="Works" projectId={projectId} entries={of("works")} />
            {all.length > rows.length && (
              <ListPager path={path} noun="entries" total={all.length} shown={rows.length} filter={{ page }} />
            )}
          </>
        )}
      </PageFrame>
    </>
  )
}
