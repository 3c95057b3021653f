import type { Metadata } from "next"
import { notFound } from "next/navigation"
import type { ReactNode } from "react"
import { blindnessSentences } from "../../../../lib/domain/blindness.ts"
import { nameLimitSentences } from "../../../../lib/domain/export-names.ts"
import { policySentences } from "../../../../lib/domain/policy-sentences.ts"
import { policy as policyQuery } from "../../../../lib/queries/policy.ts"
import { pageActor } from "../../../../lib/server/actor.ts"
import { PageFrame } from "../../../_ui/page-frame.tsx"
import { ProjectNav } from "../../../_ui/project-nav.tsx"
import { SiteHeader } from "../../../_ui/site-header.tsx"
import { TextLink } from "../../../_ui/text-link.tsx"
import { ListPager } from "../_components/list-pager.tsx"
import { onPage } from "../_components/on-page.ts"
import { pageOf } from "../_components/page-of.ts"
import { BlindnessForm } from "./_components/blindness-form.tsx"
import { ExportNamesForm } from "./_components/export-names-form.tsx"
import { PolicyForm } from "./_components/policy-form.tsx"
import { PolicyVersions } from "./_components/policy-versions.tsx"

export const metadata: Metadata = { title: "Policy" }

interface Props {
  readonly params: Promise<{ projectId: string }>
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** What a claim needs before the project gives its verdict; owners change it here. */
export default async function PolicyPage({ params, searchParams }: Props) {
  const { projectId } = await params
  const actor = await pageActor()
  const found = await policyQuery(actor, projectId)
  if (!found.ok) notFound()
  const { project, offers, policy, version, versions, blindness, exportNames } = found.value
  const shown = onPage(versions, pageOf((await searchParams)["page"]))
  const crumbs = [
    { label: "Projects", href: "/projects" },
    { label: project, href: `/projects/${projectId}` },
    { label: "Policy" },
  ]
  return (
    <>
      <SiteHeader crumbs={crumbs} person={actor} />
      <ProjectNav projectId={projectId} />
      <PageFrame
        title="Policy"
        width="text"
        lede={
          offers["policy.edit"]
            ? "What a claim needs before this project gives its verdict."
            : "What a claim needs before this project gives its verdict. An owner can change it."
        }
      >
        <ul className="grid list-disc gap-1.5 pl-5 font-text text-lg">
          {policySentences(policy).map(sentence => (
            <li key={sentence}>{sentence}</li>
          ))}
          <li>An open flag that blocks keeps a claim from being vetted until it is answered or withdrawn.</li>
        </ul>
        {offers["policy.edit"] && (
          <Part title="Change it">
            <p className="mb-5 text-soft">
              A change makes a new version, and every verdict of the project is computed again under it.
            </p>
            <PolicyForm projectId={projectId} policy={policy} version={version} />
          </Part>
        )}
        <Part title="What reviewers see of each other">
          <ul className="mb-5 grid list-disc gap-1.5 pl-5 font-text text-lg">
            {blindnessSentences(blindness).map(sentence => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
          {offers["policy.edit"] && (
            <>
              <BlindnessForm projectId={projectId} blindness={blindness} />
              <p className="mt-4 text-sm text-soft">
                A document can have a rule of its own: see “Review” beside it on the project’s page.
              </p>
            </>
          )}
        </Part>
        <Part title="Names in exports">
          <p className="mb-5 font-text text-lg">{nameLimitSentences[exportNames]}</p>
          {offers["policy.edit"] && <ExportNamesForm projectId={projectId} names={exportNames} />}
        </Part>
        {offers["webhook.manage"] && (
          <Part title="Webhooks">
            <p>
              Programs elsewhere can be told what happens here, as it happens.{" "}
              <TextLink href={`/projects/${projectId}/webhooks`}>Webhooks of this project</TextLink>
            </p>
          </Part>
        )}
        <Part title="Versions">
          <PolicyVersions versions={shown.rows} />
          {versions.length > shown.rows.length && (
            <ListPager
              path={`/projects/${projectId}/policy`}
              noun="versions"
              total={versions.length}
              shown={shown.rows.length}
              filter={{ page: shown.page }}
            />
          )}
        </Part>
      </PageFrame>
    </>
  )
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="mt-12 border-t border-rule pt-6">
      <h2 className="mb-4 font-text text-2xl">{title}</h2>
      {children}
    </section>
  )
}
