import type { Metadata } from "next"
import { notFound } from "next/navigation"
import { projects } from "../../lib/queries/projects.ts"
import { pageActor } from "../../lib/server/actor.ts"
import { limits } from "../../lib/server/limits.ts"
import { EmptyState } from "../_ui/empty-state.tsx"
import { PageFrame } from "../_ui/page-frame.tsx"
import { SiteHeader } from "../_ui/site-header.tsx"
import { TextLink } from "../_ui/text-link.tsx"
import { ListPager } from "./[projectId]/_components/list-pager.tsx"
import { onPage } from "./[projectId]/_components/on-page.ts"
import { pageOf } from "./[projectId]/_components/page-of.ts"
import { BringIn } from "./bring-in.tsx"
import { NewProjectForm } from "./new-project-form.tsx"

export const metadata: Metadata = { title: "Projects" }

/** The projects one belongs to, and a form for a new one. */
export default async function ProjectsPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}) {
  const actor = await pageActor()
  const found = await projects(actor)
  if (!found.ok) notFound()
  const list = found.value.projects
  const { page, rows } = onPage(list, pageOf((await searchParams)["page"]))
  return (
    <>
      <SiteHeader crumbs={[{ label: "Projects" }]} person={actor} />
      <PageFrame title="Projects" lede="A project holds texts, the people who examine them and the sources they cite.">
        {list.length === 0 ? (
          <EmptyState title="No projects yet">
            Create the first one below, or ask a colleague for an invitation to theirs.
          </EmptyState>
        ) : (
          <ul className="divide-y divide-rule border-y border-rule">
            {rows.map(project => (
              <li key={project.id} className="grid gap-1 py-5">
                <TextLink href={`/projects/${project.id}`} kind="quiet" className="font-text text-xl">
                  {project.name}
                </TextLink>
                {project.description && <p className="max-w-[38rem] text-soft">{project.description}</p>}
                <p className="figures text-sm text-soft">
                  {project.documents} {project.documents === 1 ? "document" : "documents"} · {project.vetted} of{" "}
                  {project.claims} claims vetted · you are{" "}
                  {project.role === "editor" || project.role === "owner" ? "an" : "a"} {project.role}
                </p>
              </li>
            ))}
          </ul>
        )}
        {list.length > rows.length && (
          <ListPager path="/projects" noun="projects" total={list.length} shown={rows.length} filter={{ page }} />
        )}
        <section className="mt-12 max-w-[32rem]">
          <h2 className="mb-4 font-text text-2xl">New project</h2>
          <NewProjectForm />
        </section>
        <section className="mt-12 max-w-[38rem] border-t border-rule pt-8">
          <h2 className="mb-4 font-text text-2xl">Bring in a project</h2>
          <BringIn limit={limits.archive} />
        </section>
      </PageFrame>
    </>
  )
}
