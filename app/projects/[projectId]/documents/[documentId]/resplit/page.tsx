import type { Metadata } from "next"
import { notFound } from "next/navigation"
import { failureSentence } from "../../../../../../lib/domain/failure-sentence.ts"
import { type ResplitPage as Found, resplit } from "../../../../../../lib/queries/resplit.ts"
import { pageActor } from "../../../../../../lib/server/actor.ts"
import { PageFrame } from "../../../../../_ui/page-frame.tsx"
import { SiteHeader } from "../../../../../_ui/site-header.tsx"
import { TextLink } from "../../../../../_ui/text-link.tsx"
import { ResplitForm } from "./_components/resplit-form.tsx"

export const metadata: Metadata = { title: "Re-split a document" }

/** What today's splitter would change in a document, to be taken stretch by stretch. */
export default async function ResplitPage({ params }: { params: Promise<{ projectId: string; documentId: string }> }) {
  const { projectId, documentId } = await params
  const room = `/projects/${projectId}/documents/${documentId}`
  const actor = await pageActor(`${room}/resplit`)
  const found = await resplit(actor, documentId)
  if (!found.ok && found.failure.code !== "forbidden") notFound()
  if (!found.ok)
    return (
      <>
        <SiteHeader crumbs={[{ label: "Document", href: room }, { label: "Re-split" }]} person={actor} />
        <PageFrame title="Re-split a document" width="text">
          <p>{failureSentence(found.failure)}</p>
        </PageFrame>
      </>
    )
  const { document } = found.value
  if (document.projectId !== projectId) notFound()
  const crumbs = [
    { label: document.project, href: `/projects/${projectId}` },
    { label: document.title, href: room },
    { label: "Re-split" },
  ]
  return (
    <>
      <SiteHeader crumbs={crumbs} person={actor} />
      <PageFrame title={`Re-split “${document.title}”`} lede={<Lede {...found.value.splitter} />}>
        <ResplitForm first={found.value} room={room} />
      </PageFrame>
    </>
  )
}

function Lede({ from, to }: Found["splitter"]) {
  return (
    <>
      {from < to
        ? `This text was split by version ${from} of the splitter; today's is version ${to}. Here is what it would do otherwise.`
        : `This text was split by version ${to} of the splitter, which is today's. What it proposed and was not taken is still here.`}{" "}
      The text itself never changes. <TextLink href="/rules">How a text is split</TextLink>
    </>
  )
}
