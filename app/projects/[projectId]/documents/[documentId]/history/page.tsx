import type { Metadata } from "next"
import { notFound, redirect } from "next/navigation"
import { documentHistory } from "../../../../../../lib/queries/document-history.ts"
import { pageActor } from "../../../../../../lib/server/actor.ts"
import { PageFrame } from "../../../../../_ui/page-frame.tsx"
import { SiteHeader } from "../../../../../_ui/site-header.tsx"
import { HistoryList } from "../../../_history/history-list.tsx"

interface Props {
  readonly params: Promise<{ projectId: string; documentId: string }>
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

export const metadata: Metadata = { title: "History of a document" }

/** What happened in a document and to it, the newest first. */
export default async function DocumentHistoryPage({ params, searchParams }: Props) {
  const { projectId, documentId } = await params
  const room = `/projects/${projectId}/documents/${documentId}`
  const path = `${room}/history`
  const actor = await pageActor(path)
  const found = await documentHistory(actor, documentId, await searchParams)
  if (!found.ok) {
    if (found.failure.code === "invalid") redirect(path)
    notFound()
  }
  const { document, filter, ...page } = found.value
  if (document.projectId !== projectId) notFound()
  const crumbs = [
    { label: page.project, href: `/projects/${projectId}` },
    { label: document.title, href: room },
    { label: "History" },
  ]
  return (
    <>
      <SiteHeader crumbs={crumbs} person={actor} />
      <PageFrame
        title={`History of “${document.title}”`}
        lede="What was done in this document and to it. Nothing here is ever edited or deleted."
      >
        <HistoryList projectId={projectId} path={path} page={page} filter={filter} />
      </PageFrame>
    </>
  )
}
