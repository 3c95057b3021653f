import { notFound } from "next/navigation"
import type { DocumentLine } from "../../../lib/db/project-lists.ts"
import { projectOverview } from "../../../lib/queries/project-overview.ts"
import { pageActor } from "../../../lib/server/actor.ts"
import { ButtonLink } from "../../_ui/button-link.tsx"
import { EmptyState } from "../../_ui/empty-state.tsx"
import { PageFrame } from "../../_ui/page-frame.tsx"
import { ProjectNav } from "../../_ui/project-nav.tsx"
import { ProportionBar } from "../../_ui/proportion-bar.tsx"
import { SiteHeader } from "../../_ui/site-header.tsx"
import { TextLink } from "../../_ui/text-link.tsx"
import { DescribeDocument } from "./_components/describe-document.tsx"
import { DescribeProject } from "./_components/describe-project.tsx"

/** A project's documents with how far the work on each is. */
export default async function ProjectPage({ params }: { params: Promise<{ projectId: string }> }) {
  const { projectId } = await params
  const actor = await pageActor(`/projects/${projectId}`)
  const found = await projectOverview(actor, projectId)
  if (!found.ok) notFound()
  const { project, offers, documents } = found.value
  const words = { name: project.name, description: project.description }
  const add = offers["document.add"] && (
    <ButtonLink kind="primary" href={`/projects/${projectId}/documents/new`}>
      Add a document
    </ButtonLink>
  )
  return (
    <>
      <SiteHeader crumbs={[{ label: "Projects", href: "/projects" }, { label: project.name }]} person={actor} />
      <ProjectNav projectId={projectId} />
      <PageFrame
        title={project.name}
        lede={project.description}
        actions={
          <>
            {offers["project.edit"] && (
              <DescribeProject projectId={projectId} words={words} version={project.version} />
            )}
            {documents.length > 0 && add}
          </>
        }
      >
        {documents.length === 0 ? (
          <EmptyState title="No documents yet" action={add}>
            {add
              ? "Add the text to examine. It is split into claims, which reviewers then label and cite."
              : "An editor or owner of this project can add the first one."}
          </EmptyState>
        ) : (
          <ul className="divide-y divide-rule border-y border-rule">
            {documents.map(document => (
              <DocumentItem
                key={document.id}
                projectId={projectId}
                document={document}
                mayEdit={offers["document.edit"]}
              />
            ))}
          </ul>
        )}
      </PageFrame>
    </>
  )
}

interface ItemProps {
  readonly projectId: string
  readonly document: DocumentLine
  readonly mayEdit: boolean
}

function DocumentItem({ projectId, document, mayEdit }: ItemProps) {
  const { documented, disputed, speculative, contested, claims } = document
  const { title, author, foundAt, foundOn, licence, language } = document
  const vetted = documented + disputed + speculative
  const counts = [
    `${vetted} of ${claims} claims vetted`,
    documented > 0 && `${documented} documented`,
    disputed > 0 && `${disputed} disputed`,
    speculative > 0 && `${speculative} speculative`,
    contested > 0 && `${contested} contested`,
    document.openFlags > 0 && `${document.openFlags} open ${document.openFlags === 1 ? "flag" : "flags"}`,
  ].filter(words => words !== false)
  return (
    <li className="grid gap-2 py-5">
      <div className="flex items-start justify-between gap-4">
        <TextLink
          href={`/projects/${projectId}/documents/${document.id}`}
          kind="quiet"
          className="min-w-0 font-text text-xl break-words"
        >
          {title}
        </TextLink>
        {mayEdit && (
          <DescribeDocument
            projectId={projectId}
            documentId={document.id}
            words={{ title, author, foundAt, foundOn, licence, language }}
            version={document.version}
          />
        )}
      </div>
      <p className="text-sm text-soft">
        {[author, `${document.words.toLocaleString("en")} words`].filter(Boolean).join(" · ")}
      </p>
      <ProportionBar
        label={`${vetted} of ${claims} claims vetted`}
        total={claims}
        parts={[
          { count: documented, tone: "documented" },
          { count: disputed, tone: "disputed" },
          { count: speculative, tone: "speculative" },
          { count: contested, tone: "contested" },
        ]}
      />
      <p className="figures text-sm text-soft">{counts.join(" · ")}</p>
    </li>
  )
}
