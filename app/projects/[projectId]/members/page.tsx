import type { Metadata } from "next"
import { notFound } from "next/navigation"
import type { ReactNode } from "react"
import { members } from "../../../../lib/queries/members.ts"
import { pageSize } from "../../../../lib/schema/list-filter.ts"
import { pageActor } from "../../../../lib/server/actor.ts"
import { PageFrame } from "../../../_ui/page-frame.tsx"
import { ProjectNav } from "../../../_ui/project-nav.tsx"
import { SiteHeader } from "../../../_ui/site-header.tsx"
import { ListPager } from "../_components/list-pager.tsx"
import { onPage } from "../_components/on-page.ts"
import { pageOf } from "../_components/page-of.ts"
import { InvitationList } from "./_components/invitation-list.tsx"
import { InviteButton } from "./_components/invite-button.tsx"
import { MemberItem } from "./_components/member-item.tsx"

export const metadata: Metadata = { title: "Members" }

interface Props {
  readonly params: Promise<{ projectId: string }>
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** Who works on the project in which role; owners invite, change roles and remove here. */
export default async function MembersPage({ params, searchParams }: Props) {
  const { projectId } = await params
  const path = `/projects/${projectId}/members`
  const asked = await searchParams
  const actor = await pageActor()
  const found = await members(actor, projectId)
  if (!found.ok) notFound()
  const { project, me, offers, members: people, invitations } = found.value
  const manages = offers["member.manage"]
  const shown = onPage([...people].sort(ownersFirst), pageOf(asked["page"]))
  const open = onPage(invitations, pageOf(asked["invitations"]))
  const crumbs = [
    { label: "Projects", href: "/projects" },
    { label: project, href: `/projects/${projectId}` },
    { label: "Members" },
  ]
  return (
    <>
      <SiteHeader crumbs={crumbs} person={actor} />
      <ProjectNav projectId={projectId} />
      <PageFrame
        title="Members"
        lede={manages ? "Who works on this project, and what they may do in it." : lede}
        actions={manages && <InviteButton projectId={projectId} />}
      >
        <ul className="border-t border-rule">
          {shown.rows.map(({ joinedAt, ...person }) => (
            <MemberItem
              key={person.userId}
              projectId={projectId}
              member={{ ...person, joinedAt: joinedAt?.toISOString() ?? null }}
              own={person.userId === me}
              manages={manages}
            />
          ))}
        </ul>
        {people.length > pageSize && (
          <ListPager
            path={path}
            noun="members"
            total={people.length}
            shown={shown.rows.length}
            filter={{ page: shown.page }}
          />
        )}
        {manages && (
          <Part title="Open invitations">
            <InvitationList
              projectId={projectId}
              invitations={open.rows.map(({ createdAt, expiresAt, ...words }) => ({
                ...words,
                createdAt: createdAt.toISOString(),
                expiresAt: expiresAt.toISOString(),
              }))}
            />
            {invitations.length > pageSize && (
              <ListPager
                path={path}
                noun="invitations"
                param="invitations"
                total={invitations.length}
                shown={open.rows.length}
                filter={{ page: open.page }}
              />
            )}
          </Part>
        )}
      </PageFrame>
    </>
  )
}

const ownersFirst = (a: { role: string }, b: { role: string }) =>
  Number(b.role === "owner") - Number(a.role === "owner")

const lede = "Who works on this project. An owner can invite people and change what they may do."

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="mt-12">
      <h2 className="mb-4 font-text text-2xl">{title}</h2>
      {children}
    </section>
  )
}
