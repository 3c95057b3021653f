import type { Metadata } from "next"
import { notFound, redirect } from "next/navigation"
import { inbox } from "../../lib/queries/inbox.ts"
import { pageSize } from "../../lib/schema/list-filter.ts"
import { pageActor } from "../../lib/server/actor.ts"
import { mailOffered } from "../../lib/server/mail-offered.ts"
import { EmptyState } from "../_ui/empty-state.tsx"
import { PageFrame } from "../_ui/page-frame.tsx"
import { SiteHeader } from "../_ui/site-header.tsx"
import { TextLink } from "../_ui/text-link.tsx"
import { listAddress } from "../projects/[projectId]/_components/list-address.ts"
import { ListPager } from "../projects/[projectId]/_components/list-pager.tsx"
import { InboxFilterForm } from "./_components/inbox-filter-form.tsx"
import { NoticeItem } from "./_components/notice-item.tsx"
import { ReadAll } from "./_components/read-all.tsx"

interface Props {
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

export const metadata: Metadata = { title: "Inbox" }

/** What concerns the reader over all their projects. */
export default async function InboxPage({ searchParams }: Props) {
  const actor = await pageActor()
  const found = await inbox(actor, await searchParams)
  if (!found.ok) {
    if (found.failure.code === "invalid") redirect("/inbox")
    notFound()
  }
  const { filter, projects, total, unread, at, notices } = found.value
  if (notices.length === 0 && total > 0)
    redirect(listAddress("/inbox", { ...filter, page: Math.ceil(total / pageSize) }))
  const waiting =
    unread === 0 ? "Nothing waits for you." : `${unread} ${unread === 1 ? "notice waits" : "notices wait"}.`
  return (
    <>
      <SiteHeader crumbs={[{ label: "Inbox" }]} person={actor} />
      <PageFrame
        title="Inbox"
        lede={`Where people mention or answer you, assign you claims, contest your labels, answer your flags, or a verdict of yours falls. ${waiting}`}
        actions={unread > 0 && <ReadAll until={at} project={filter.project ?? null} />}
      >
        <InboxFilterForm filter={filter} projects={projects} />
        {notices.length === 0 ? (
          <EmptyState
            title={filter.show === "unread" ? "Nothing unread" : "Nothing yet"}
            action={filter.show === "unread" && <TextLink href="/inbox?show=all">Show what was read too</TextLink>}
          >
            {filter.show === "unread"
              ? "You are up to date here."
              : "When somebody writes @ and your name, or answers you, it is listed here."}
          </EmptyState>
        ) : (
          <>
            <ul className="border-t border-rule">
              {notices.map(notice => (
                <NoticeItem key={notice.id} notice={notice} />
              ))}
            </ul>
            <ListPager path="/inbox" noun="notices" total={total} shown={notices.length} filter={filter} />
          </>
        )}
        {mailOffered() && (
          <p className="mt-8 text-sm text-soft">
            How often you are told by e-mail stands on <TextLink href="/account#mail">your account’s page</TextLink>.
          </p>
        )}
      </PageFrame>
    </>
  )
}
