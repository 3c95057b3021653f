import type { Metadata } from "next"
import { notFound, redirect } from "next/navigation"
import { heldBackSentence } from "../../../../lib/domain/export-names.ts"
import { type ExportJobShown, exportJobs } from "../../../../lib/queries/export-jobs.ts"
import { type ExportPreview, exportPreview } from "../../../../lib/queries/export-preview.ts"
import { projectOverview } from "../../../../lib/queries/project-overview.ts"
import { pageActor } from "../../../../lib/server/actor.ts"
import { exportsAtOnce } from "../../../../lib/server/exports-at-once.ts"
import { ButtonLink } from "../../../_ui/button-link.tsx"
import { EmptyState } from "../../../_ui/empty-state.tsx"
import { PageFrame } from "../../../_ui/page-frame.tsx"
import { ProjectNav } from "../../../_ui/project-nav.tsx"
import { SiteHeader } from "../../../_ui/site-header.tsx"
import { TextLink } from "../../../_ui/text-link.tsx"
import { ExportFiles } from "./export-files.tsx"
import { ExportFilterForm } from "./export-filter-form.tsx"
import { formatNotes } from "./format-notes.tsx"
import { LabelMark } from "./label-mark.tsx"
import { LeftOut } from "./left-out.tsx"
import { OutgoingList } from "./outgoing-list.tsx"
import { WholeProject } from "./whole-project.tsx"

export const metadata: Metadata = { title: "Export" }

interface Props {
  readonly params: Promise<{ projectId: string }>
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** Shows what an export holds and what it leaves out, and hands it out as a file in many formats. */
export default async function ExportPage({ params, searchParams }: Props) {
  const { projectId } = await params
  const path = `/projects/${projectId}/export`
  const actor = await pageActor()
  const overview = await projectOverview(actor, projectId)
  if (!overview.ok) notFound()
  const { project, names, offers } = overview.value
  const found = offers["claims.export"] ? await exportPreview(actor, projectId, await searchParams) : null
  if (found && !found.ok && found.failure.code === "invalid") redirect(path)
  if (found && !found.ok) notFound()
  const files = found ? await exportJobs(actor, projectId) : null
  const crumbs = [
    { label: "Projects", href: "/projects" },
    { label: project.name, href: `/projects/${projectId}` },
    { label: "Export" },
  ]
  return (
    <>
      <SiteHeader crumbs={crumbs} person={actor} />
      <ProjectNav projectId={projectId} />
      <PageFrame
        title="Export"
        lede="The vetted claims, or others that you choose, with their evidence and with everybody’s dissent."
      >
        {!found ? (
          <p>Your role in this project does not allow exports. Ask an owner to change your role.</p>
        ) : names.length === 0 ? (
          <EmptyState
            title="Nothing to export yet"
            action={<ButtonLink href={`/projects/${projectId}`}>Go to the overview</ButtonLink>}
          >
            This project has no documents. Add one, then label and cite its claims.
          </EmptyState>
        ) : (
          <div className="grid gap-10">
            <ExportFilterForm path={path} filter={found.value.filter} documents={names} />
            <Content projectId={projectId} preview={found.value} files={files?.ok ? files.value.jobs : []} />
          </div>
        )}
        {offers["project.archive"] && <WholeProject projectId={projectId} />}
      </PageFrame>
    </>
  )
}

interface ContentProps {
  readonly projectId: string
  readonly preview: ExportPreview
  readonly files: readonly ExportJobShown[]
}

function Content({ projectId, preview, files }: ContentProps) {
  const { chosen, unfit, filter, leftOut, notClaims, names, missing } = preview
  const { documentId, positions, ...rest } = filter
  const made = (
    <ExportFiles
      projectId={projectId}
      choice={{ ...rest, documentId, positions: positions ? "1" : undefined }}
      chosen={chosen}
      inBackground={chosen > exportsAtOnce()}
      documents={names}
      files={files}
      notes={formatNotes}
    />
  )
  return (
    <>
      {chosen > 0 ? (
        <>
          <InIt preview={preview} />
          {made}
          <OutgoingList projectId={projectId} preview={preview} />
        </>
      ) : unfit > 0 ? (
        <EmptyState
          title="No claim fits this choice"
          action={<TextLink href={`/projects/${projectId}/export`}>All vetted claims</TextLink>}
        >
          {unfit === 1 ? "One claim does" : `${unfit} claims do`} not fit it. Choose something else above.
        </EmptyState>
      ) : (filter.state ?? "vetted") !== "vetted" ? (
        <EmptyState
          title="Nothing that you may export yet"
          action={<TextLink href={`/projects/${projectId}/export`}>All vetted claims</TextLink>}
        >
          What others said of these claims is hidden from you until you label them yourself.
        </EmptyState>
      ) : (
        <EmptyState
          title="No claim is vetted yet"
          action={
            <ButtonLink href={`/projects/${projectId}${documentId ? `/documents/${documentId}` : ""}`}>
              {documentId ? "Go to the document" : "Go to the documents"}
            </ButtonLink>
          }
        >
          A claim is vetted when enough reviewers agree under the project’s policy, or an editor decided, and no
          blocking flag is open on it. What each claim lacks is listed below.
        </EmptyState>
      )}
      {chosen === 0 && made}
      <LeftOut projectId={projectId} groups={leftOut} unfit={unfit} missing={missing} notClaims={notClaims} />
    </>
  )
}

function InIt({ preview }: { preview: ExportPreview }) {
  const { chosen, unfit, keptBack, labels, dissented, sources, policyVersion, filter } = preview
  const heldBack = heldBackSentence(preview.heldBack)
  const { positions } = filter
  const undecidedOnes = chosen - labels.reduce((sum, { count }) => sum + count, 0)
  return (
    <section aria-labelledby="in-it" className="grid gap-4">
      <h2 id="in-it" className="figures text-2xl">
        {chosen} of {chosen + unfit + keptBack} claims
      </h2>
      <ul className="figures flex flex-wrap gap-x-6 gap-y-1">
        {labels.map(({ label, count }) => (
          <li key={label}>
            <LabelMark label={label} /> {count}
          </li>
        ))}
        {undecidedOnes > 0 && <li className="text-soft">{undecidedOnes} undecided</li>}
        <li className="text-soft">{dissented === 1 ? "1 with dissent" : `${dissented} with dissent`}</li>
        <li className="text-soft">{sources.length === 1 ? "1 source" : `${sources.length} sources`}</li>
        <li className="text-soft">policy version {policyVersion}</li>
        {positions && <li className="text-soft">positions only, none of the texts’ words</li>}
      </ul>
      {heldBack && <p className="max-w-[42rem] text-soft">{heldBack}</p>}
    </section>
  )
}
