import type { Metadata } from "next"
import { notFound, redirect } from "next/navigation"
import { flags as flagsQuery } from "../../../../lib/queries/flags.ts"
import { pageSize } from "../../../../lib/schema/list-filter.ts"
import { pageActor } from "../../../../lib/server/actor.ts"
import { EmptyState } from "../../../_ui/empty-state.tsx"
import { PageFrame } from "../../../_ui/page-frame.tsx"
import { ProjectNav } from "../../../_ui/project-nav.tsx"
import { SiteHeader } from "../../../_ui/site-header.tsx"
import { TextLink } from "../../../_ui/text-link.tsx"
import { listAddress } from "../_components/list-address.ts"
import { ListPager } from "../_components/list-pager.tsx"
import { FlagFilterForm } from "./_components/flag-filter-form.tsx"
import { FlagItem } from "./_components/flag-item.tsx"

interface Props {
  readonly params: Promise<{ projectId: string }>
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

export const metadata: Metadata = { title: "Flags" }

/** Passages that need work, over all documents of the project. */
export default async function FlagsPage({ params, searchParams }: Props) {
  const { projectId } = await params
  const path = `/projects/${projectId}/flags`
  const actor = await pageActor()
  const found = await flagsQuery(actor, projectId, await searchParams)
  if (!found.ok) {
    if (found.failure.code === "invalid") redirect(path)
    notFound()
  }
  const { project, me, offers, filter, documents, total, flags } = found.value
  if (flags.length === 0 && total > 0) redirect(listAddress(path, { ...filter, page: Math.ceil(total / pageSize) }))
  const crumbs = [
    { label: "Projects", href: "/projects" },
    { label: project, href: `/projects/${projectId}` },
    { label: "Flags" },
  ]
  const narrowed = filter.reason || filter.document || filter.mine || filter.status !== "open"
  return (
    <>
      <SiteHeader crumbs={crumbs} person={actor} />
      <ProjectNav projectId={projectId} />
      <PageFrame title="Flags" lede="Passages that somebody marked as needing work.">
        <FlagFilterForm path={path} filter={filter} documents={documents} />
        {flags.length === 0 ? (
          <EmptyState
            title={narrowed ? "No flags match" : "No open flags"}
            action={narrowed && <TextLink href={path}>Show all open flags</TextLink>}
          >
            {narrowed
              ? "Choose other filters to see more."
              : "In the reading room, mark a passage and press f to say that it needs work. It will be listed here."}
          </EmptyState>
        ) : (
          <>
            <ul className="border-t border-rule">
              {flags.map(({ raisedAt, answeredAt, ...flag }) => (
                <FlagItem
                  key={flag.id}
                  projectId={projectId}
                  flag={{
                    ...flag,
                    raisedAt: raisedAt.toISOString(),
                    answeredAt: answeredAt?.toISOString() ?? null,
                  }}
                  mayAnswer={offers["flag.answer"]}
                  mayWithdraw={offers["flag.raise"] && flag.raisedBy === me}
                />
              ))}
            </ul>
            <ListPager path={path} noun="flags" total={total} shown={flags.length} filter={filter} />
          </>
        )}
      </PageFrame>
    </>
  )
}
