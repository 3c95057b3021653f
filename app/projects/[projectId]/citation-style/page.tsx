import type { Metadata } from "next"
import { notFound } from "next/navigation"
import { citationStyle } from "../../../../lib/queries/citation-style.ts"
import { pageActor } from "../../../../lib/server/actor.ts"
import { PageFrame } from "../../../_ui/page-frame.tsx"
import { ProjectNav } from "../../../_ui/project-nav.tsx"
import { SiteHeader } from "../../../_ui/site-header.tsx"
import { SampleList } from "./_components/sample-list.tsx"
import { SettingForm } from "./_components/setting-form.tsx"
import { UploadStyle } from "./_components/upload-style.tsx"
import { UploadedList } from "./_components/uploaded-list.tsx"

export const metadata: Metadata = { title: "Citation style" }

/** How the project's sources are set, with the first of them so set. */
export default async function CitationStylePage({ params }: { readonly params: Promise<{ projectId: string }> }) {
  const { projectId } = await params
  const actor = await pageActor()
  const found = await citationStyle(actor, projectId)
  if (!found.ok) notFound()
  const { project, offers, setting, uploaded, sample } = found.value
  const { style, locale, archives } = setting
  return (
    <>
      <SiteHeader
        crumbs={[
          { label: "Projects", href: "/projects" },
          { label: project, href: `/projects/${projectId}` },
          { label: "Sources", href: `/projects/${projectId}/sources` },
          { label: "Citation style" },
        ]}
        person={actor}
      />
      <ProjectNav projectId={projectId} />
      <PageFrame
        title="Citation style"
        width="text"
        lede={
          offers["project.edit"]
            ? "How this project’s sources are set in notes, bibliographies and exports."
            : "How this project’s sources are set in notes, bibliographies and exports. An owner can change it."
        }
      >
        <section aria-labelledby="sample" className="grid gap-4">
          <h2 id="sample" className="text-xl">
            So they are set now
          </h2>
          <SampleList sample={sample} />
        </section>
        {offers["project.edit"] && (
          <section aria-labelledby="choose" className="mt-10 grid gap-5 border-t border-rule pt-6">
            <h2 id="choose" className="text-xl">
              Change it
            </h2>
            <SettingForm
              key={`${style} ${locale} ${archives}`}
              projectId={projectId}
              setting={setting}
              uploaded={uploaded}
            />
            <UploadedList projectId={projectId} used={style} uploaded={uploaded} />
            <UploadStyle projectId={projectId} />
          </section>
        )}
      </PageFrame>
    </>
  )
}
