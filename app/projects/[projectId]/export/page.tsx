import type { Metadata } from "next"
import { notFound } from "next/navigation"
import { labels } from "../../../../lib/domain/label.ts"
import type { VettedClaims } from "../../../../lib/domain/vetted-claims.ts"
import { projectOverview } from "../../../../lib/queries/project-overview.ts"
import { vettedClaims } from "../../../../lib/queries/vetted-claims.ts"
import { pageActor } from "../../../../lib/server/actor.ts"
import { ButtonLink } from "../../../_ui/button-link.tsx"
import { buttonLook } from "../../../_ui/button-look.ts"
import { EmptyState } from "../../../_ui/empty-state.tsx"
import { PageFrame } from "../../../_ui/page-frame.tsx"
import { ProjectNav } from "../../../_ui/project-nav.tsx"
import { SiteHeader } from "../../../_ui/site-header.tsx"
import { DocumentChoice } from "./document-choice.tsx"
import { LabelMark } from "./label-mark.tsx"
import { LeftOut } from "./left-out.tsx"
import { VettedList } from "./vetted-list.tsx"

export const metadata: Metadata = { title: "Export" }

interface Props {
  readonly params: Promise<{ projectId: string }>
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** Shows what an export holds and what it leaves out, and hands it out as a file. */
export default async function ExportPage({ params, searchParams }: Props) {
  const { projectId } = await params
  const documentId = (await searchParams)["documentId"] || undefined
  const actor = await pageActor()
  const overview = await projectOverview(actor, projectId)
  if (!overview.ok) notFound()
  const { project, names: documents, offers } = overview.value
  const chosen = documents.find(document => document.id === documentId)
  if (documentId && !chosen) notFound()
  const found = await vettedClaims(actor, projectId, chosen ? { documentId: chosen.id } : {})
  const crumbs = [
    { label: "Projects", href: "/projects" },
    { label: project.name, href: `/projects/${projectId}` },
    { label: "Export" },
  ]
  return (
    <>
      <SiteHeader crumbs={crumbs} person={actor} />
      <ProjectNav projectId={projectId} />
      <PageFrame title="Export" lede="The vetted claims with their evidence and with everybody’s dissent.">
        {!offers["claims.export"] || !found.ok ? (
          <p>Your role in this project does not allow exports. Ask an owner to change your role.</p>
        ) : documents.length === 0 ? (
          <EmptyState
            title="Nothing to export yet"
            action={<ButtonLink href={`/projects/${projectId}`}>Go to the overview</ButtonLink>}
          >
            This project has no documents. Add one, then label and cite its claims.
          </EmptyState>
        ) : (
          <div className="grid gap-10">
            {documents.length > 1 && <DocumentChoice documents={documents} chosen={chosen?.id ?? ""} />}
            <Content vetted={found.value} documentId={chosen?.id ?? null} />
          </div>
        )}
      </PageFrame>
    </>
  )
}

function Content({ vetted, documentId }: { vetted: VettedClaims; documentId: string | null }) {
  const claims = vetted.documents.flatMap(document => document.claims)
  const left = vetted.documents.reduce((sum, document) => sum + document.leftOut.length, 0)
  return (
    <>
      {claims.length === 0 ? (
        <EmptyState
          title="No claim is vetted yet"
          action={
            <ButtonLink href={`/projects/${vetted.projectId}${documentId ? `/documents/${documentId}` : ""}`}>
              {documentId ? "Go to the document" : "Go to the documents"}
            </ButtonLink>
          }
        >
          A claim is vetted when enough reviewers agree under the project’s policy, or an editor decided, and no
          blocking flag is open on it. What each claim lacks is listed below.
        </EmptyState>
      ) : (
        <>
          <Download vetted={vetted} documentId={documentId} claims={claims.length} all={claims.length + left} />
          <VettedList vetted={vetted} />
        </>
      )}
      <LeftOut projectId={vetted.projectId} documents={vetted.documents} />
    </>
  )
}

function Download(props: { vetted: VettedClaims; documentId: string | null; claims: number; all: number }) {
  const { vetted, documentId, claims, all } = props
  const every = vetted.documents.flatMap(document => document.claims)
  const dissent = every.filter(claim => claim.annotations.some(annotation => !annotation.agrees)).length
  const address = (format: string) =>
    `/api/v1/projects/${vetted.projectId}/export?format=${format}${documentId ? `&documentId=${documentId}` : ""}`
  return (
    <section aria-labelledby="in-it" className="grid gap-4">
      <h2 id="in-it" className="figures text-2xl">
        {claims} of {all} claims
      </h2>
      <ul className="figures flex flex-wrap gap-x-6 gap-y-1">
        {labels.map(label => (
          <li key={label}>
            <LabelMark label={label} /> {every.filter(claim => claim.label === label).length}
          </li>
        ))}
        <li className="text-soft">{dissent === 1 ? "1 with dissent" : `${dissent} with dissent`}</li>
        <li className="text-soft">{vetted.sources.length === 1 ? "1 source" : `${vetted.sources.length} sources`}</li>
        <li className="text-soft">policy version {vetted.policyVersion}</li>
      </ul>
      <div className="flex flex-wrap gap-2">
        <a href={address("json")} className={buttonLook("primary", "normal")}>
          Download JSON
        </a>
        <a href={address("csv")} className={buttonLook("quiet", "normal")}>
          Download CSV
        </a>
      </div>
      <p className="max-w-[38rem] text-sm text-soft">
        JSON holds everything, in the form that <a href="/api/v1/schemas/claims-1.json">its schema</a> describes. CSV is
        a table of one row each for spreadsheets; a cell that could be taken for a formula begins with an apostrophe.
      </p>
    </section>
  )
}
