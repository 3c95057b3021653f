import type { Metadata } from "next"
import { notFound } from "next/navigation"
import { sourceKindWords } from "../../../../lib/domain/source-words.ts"
import { type SourceLine, sources } from "../../../../lib/queries/sources.ts"
import { pageSize } from "../../../../lib/schema/list-filter.ts"
import { pageActor } from "../../../../lib/server/actor.ts"
import { ButtonLink } from "../../../_ui/button-link.tsx"
import { type Column, DataTable } from "../../../_ui/data-table.tsx"
import { EmptyState } from "../../../_ui/empty-state.tsx"
import { PageFrame } from "../../../_ui/page-frame.tsx"
import { ProjectNav } from "../../../_ui/project-nav.tsx"
import { SiteHeader } from "../../../_ui/site-header.tsx"
import { TextLink } from "../../../_ui/text-link.tsx"
import { ListPager } from "../_components/list-pager.tsx"
import { onPage } from "../_components/on-page.ts"
import { pageOf } from "../_components/page-of.ts"
import { AddSource } from "./add-source.tsx"
import { SourceSearch } from "./source-search.tsx"

export const metadata: Metadata = { title: "Sources" }

interface Props {
  readonly params: Promise<{ projectId: string }>
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** A project's bibliography, with a search. */
export default async function SourcesPage({ params, searchParams }: Props) {
  const { projectId } = await params
  const asked = await searchParams
  const word = (name: string) => (typeof asked[name] === "string" ? asked[name].trim().slice(0, 200) : "")
  const filter = { q: word("q"), kind: word("kind"), page: pageOf(asked["page"]) }
  const actor = await pageActor()
  const found = await sources(actor, projectId, filter)
  if (!found.ok) notFound()
  const { project, total, offers, sources: all } = found.value
  const { page, rows } = onPage(all, filter.page)
  const path = `/projects/${projectId}/sources`
  const add = offers["source.add"] && (
    <>
      <ButtonLink href={`${path}/import`}>Paste or import</ButtonLink>
      <AddSource projectId={projectId} />
    </>
  )
  return (
    <>
      <SiteHeader
        crumbs={[
          { label: "Projects", href: "/projects" },
          { label: project, href: `/projects/${projectId}` },
          { label: "Sources" },
        ]}
        person={actor}
      />
      <ProjectNav projectId={projectId} />
      <PageFrame title="Sources" lede="The works that this project’s evidence comes from." actions={total > 0 && add}>
        {total > 0 && (
          <p className="mb-4 flex flex-wrap gap-x-5">
            <TextLink href={`/projects/${projectId}/bibliography`}>Bibliography</TextLink>
            <TextLink href={`/projects/${projectId}/citation-style`}>How they are set</TextLink>
          </p>
        )}
        {total === 0 ? (
          <EmptyState title="No sources yet" action={add}>
            {add
              ? "Add the first one here, or while you cite it for a claim."
              : "Reviewers, editors and owners add sources, here or while they cite one for a claim."}
          </EmptyState>
        ) : (
          <>
            <SourceSearch q={filter.q} kind={filter.kind} />
            {rows.length === 0 ? (
              <EmptyState title="No source fits" action={<TextLink href={path}>Show all of them</TextLink>}>
                Look for fewer words, or for another kind.
              </EmptyState>
            ) : (
              <DataTable caption="Sources" columns={columns(projectId)} rows={rows} rowKey={source => source.id} />
            )}
            {all.length > pageSize && (
              <ListPager
                path={path}
                noun="sources"
                total={all.length}
                shown={rows.length}
                filter={{ ...filter, page }}
              />
            )}
          </>
        )}
      </PageFrame>
    </>
  )
}

const columns = (projectId: string): readonly Column<SourceLine>[] => [
  {
    key: "line",
    heading: "Source",
    namesRow: true,
    cell: source => (
      <TextLink href={`/projects/${projectId}/sources/${source.id}`} kind="quiet" className="wrap-anywhere">
        {source.line}
      </TextLink>
    ),
  },
  { key: "kind", heading: "Kind", cell: source => sourceKindWords[source.kind] },
  {
    key: "reliability",
    heading: "Grade",
    cell: source => source.reliability ?? <span className="text-soft">none</span>,
  },
  { key: "citations", heading: "Citations", align: "end", cell: source => source.citations },
]
