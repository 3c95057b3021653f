import type { Metadata } from "next"
import { notFound } from "next/navigation"
import { cache } from "react"
import { sourceFacts } from "../../../../../lib/domain/source-words.ts"
import { runsText } from "../../../../../lib/domain/text-run.ts"
import { sourceDiscussion } from "../../../../../lib/queries/discussion.ts"
import { source as sourceQuery } from "../../../../../lib/queries/source.ts"
import { pageActor } from "../../../../../lib/server/actor.ts"
import { CopyButton } from "../../../../_ui/copy-button.tsx"
import { PageFrame } from "../../../../_ui/page-frame.tsx"
import { ProjectNav } from "../../../../_ui/project-nav.tsx"
import { SiteHeader } from "../../../../_ui/site-header.tsx"
import { pageOf } from "../../_components/page-of.ts"
import { SetText } from "../../_sources/set-text.tsx"
import { CitingClaims } from "./citing-claims.tsx"
import { DeleteSource } from "./delete-source.tsx"
import { EditSource } from "./edit-source.tsx"
import { MergeSource } from "./merge-source.tsx"
import { MergedRecords } from "./merged-records.tsx"
import { SourceGrade } from "./source-grade.tsx"
import { SourceLineage } from "./source-lineage.tsx"
import { SourceSnapshots } from "./source-snapshots.tsx"
import { SourceTalk } from "./source-talk.tsx"

interface Props {
  readonly params: Promise<{ projectId: string; sourceId: string }>
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

const sourceOf = cache(async (projectId: string, sourceId: string) => {
  const actor = await pageActor()
  const found = await sourceQuery(actor, projectId, sourceId)
  return { actor, found, talk: found.ok ? await sourceDiscussion(actor, projectId, sourceId) : found }
})

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { projectId, sourceId } = await params
  const { found } = await sourceOf(projectId, sourceId)
  return found.ok ? { title: found.value.source.csl.title } : {}
}

/** One source: its record, every claim that cites it, and what can be done with it. */
export default async function SourcePage({ params, searchParams }: Props) {
  const { projectId, sourceId } = await params
  const { actor, found, talk } = await sourceOf(projectId, sourceId)
  if (!found.ok || !talk.ok) notFound()
  const { project, source, everCited, mayEdit, mayDelete, mayGrade, mayMerge, claims, gradings, preview, lineage } =
    found.value
  const { merged, mergedInto, snapshots, mayAdd, set } = found.value
  const { id, version, kind, csl, archive, created, tells } = source
  const crumbs = [
    { label: "Projects", href: "/projects" },
    { label: project, href: `/projects/${projectId}` },
    { label: "Sources", href: `/projects/${projectId}/sources` },
    { label: csl.title },
  ]
  return (
    <>
      <SiteHeader crumbs={crumbs} person={actor} />
      <ProjectNav projectId={projectId} />
      <PageFrame
        title={<span className="wrap-anywhere">{csl.title}</span>}
        actions={
          mayEdit && <EditSource projectId={projectId} source={{ id, version, kind, csl, archive, created, tells }} />
        }
      >
        <div className="grid gap-10">
          <MergedRecords projectId={projectId} sourceId={id} merged={merged} into={mergedInto} mayMerge={mayMerge} />
          <section aria-labelledby="record" className="grid gap-4">
            <h2 id="record" className="text-xl">
              Record
            </h2>
            <dl className="grid gap-x-6 gap-y-1.5 sm:grid-cols-[9rem_minmax(0,1fr)]">
              {sourceFacts(source).map(({ label, value }) => (
                <div key={label} className="contents">
                  <dt className="text-soft max-sm:mt-1 max-sm:text-sm">{label}</dt>
                  <dd className="wrap-anywhere">
                    {/^https?:\/\//i.test(value) ? (
                      <a href={value} rel="noreferrer noopener external">
                        {value}
                      </a>
                    ) : (
                      value
                    )}
                  </dd>
                </div>
              ))}
            </dl>
            <div className="flex flex-wrap items-center gap-x-4 gap-y-2 border-t border-rule pt-4">
              <p className="min-w-0 wrap-anywhere">
                <span className="label-caps mr-2">Cite as</span> <SetText runs={set.entry} />
              </p>
              <CopyButton text={runsText(set.entry)} />
              <p className="min-w-0 wrap-anywhere">
                <span className="label-caps mr-2">In a note</span> <SetText runs={set.note} />
              </p>
              <CopyButton text={runsText(set.note)} />
            </div>
          </section>
          <SourceGrade projectId={projectId} sourceId={id} gradings={gradings} preview={preview} mayGrade={mayGrade} />
          <SourceLineage projectId={projectId} sourceId={id} lineage={lineage} mayEdit={mayGrade} />
          <SourceSnapshots projectId={projectId} sourceId={id} snapshots={snapshots} mayAdd={mayAdd} />
          <CitingClaims
            projectId={projectId}
            path={`/projects/${projectId}/sources/${id}`}
            claims={claims}
            page={pageOf((await searchParams)["page"])}
          />
          <SourceTalk projectId={projectId} sourceId={id} start={talk.value} />
          {mayMerge && !mergedInto && (
            <div className="border-t border-rule pt-4">
              <MergeSource projectId={projectId} sourceId={id} version={version} citations={claims.length} />
            </div>
          )}
          {mayDelete && !mergedInto && (
            <DeleteSource
              projectId={projectId}
              sourceId={id}
              version={version}
              cited={claims.length}
              ever={everCited}
              discussed={talk.value.threads.length > 0}
              snapshots={snapshots.length}
            />
          )}
        </div>
      </PageFrame>
    </>
  )
}
