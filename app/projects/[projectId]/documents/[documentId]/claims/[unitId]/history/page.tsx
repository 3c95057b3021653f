import type { Metadata } from "next"
import { notFound, redirect } from "next/navigation"
import { shortened } from "../../../../../../../../lib/domain/sentence-words.ts"
import { claimHistory } from "../../../../../../../../lib/queries/claim-history.ts"
import { pageActor } from "../../../../../../../../lib/server/actor.ts"
import { PageFrame } from "../../../../../../../_ui/page-frame.tsx"
import { SiteHeader } from "../../../../../../../_ui/site-header.tsx"
import { TextLink } from "../../../../../../../_ui/text-link.tsx"
import { HistoryList } from "../../../../../_history/history-list.tsx"

interface Props {
  readonly params: Promise<{ projectId: string; documentId: string; unitId: string }>
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

export const metadata: Metadata = { title: "History of a passage" }

/** What happened to one passage and to what it came from, the newest first. */
export default async function ClaimHistoryPage({ params, searchParams }: Props) {
  const { projectId, documentId, unitId } = await params
  const room = `/projects/${projectId}/documents/${documentId}`
  const path = `${room}/claims/${unitId}/history`
  const actor = await pageActor(path)
  const found = await claimHistory(actor, documentId, unitId, await searchParams)
  if (!found.ok) {
    if (found.failure.code === "invalid") redirect(path)
    notFound()
  }
  const { document, passage, filter, ...page } = found.value
  if (document.projectId !== projectId) notFound()
  const crumbs = [
    { label: page.project, href: `/projects/${projectId}` },
    { label: document.title, href: room },
    { label: "History of a passage" },
  ]
  const place = passage.retired ? `${room}?at=${passage.start}` : `${room}?unit=${passage.id}`
  return (
    <>
      <SiteHeader crumbs={crumbs} person={actor} />
      <PageFrame
        title={passage.kind === "claim" ? "History of a claim" : "History of a passage"}
        lede="What was said of it, what was done to it and to the passages that it came from. Nothing here is ever edited or deleted."
      >
        <figure className="mb-8 border-l-2 border-rule pl-4">
          <blockquote className="font-text text-xl leading-[1.55] wrap-anywhere">
            “{shortened(passage.quote)}”
          </blockquote>
          <figcaption className="mt-2 text-sm text-soft">
            {passage.retired && "It was split or merged and stands no more. "}
            <TextLink href={place}>{passage.retired ? "See what stands there now" : "See it in the text"}</TextLink>
            {" · "}
            <TextLink href={`${room}/history`}>History of the document</TextLink>
          </figcaption>
        </figure>
        <HistoryList projectId={projectId} path={path} page={page} filter={filter} claim={passage.id} />
      </PageFrame>
    </>
  )
}
