import { type NoticeLine, noticeCount, noticeLines, projectsByName } from "../db/inbox-rows.ts"
import { type Actor, ownAccount, ownProjects } from "../db/pass.ts"
import { ok } from "../domain/failure.ts"
import type { NoticeKind } from "../domain/notice.ts"
import { noticePath, noticeSentence } from "../domain/notice-sentence.ts"
import { shortened } from "../domain/sentence-words.ts"
import { inboxFilter } from "../schema/comment-input.ts"
import { pageSize, placeIn } from "../schema/list-filter.ts"
import { readFilter } from "./read-filter.ts"

/** A notice as its reader sees it: a sentence that leads to the place. */
export interface ShownNotice {
  readonly id: string
  readonly kind: NoticeKind
  readonly sentence: string
  /** The reason of the decision that it tells of. */
  readonly reason: string | null
  readonly path: string
  readonly project: string
  /** ISO 8601. */
  readonly at: string
  readonly read: boolean
}

/** What concerns the reader over all their projects, 50 at once, the newest first. `input` comes from an address. */
export async function inbox(actor: Actor, input: unknown) {
  const filter = readFilter(inboxFilter, input)
  if (!filter.ok) return filter
  const { show, project } = filter.value
  const wanted = { unread: show === "unread", project }
  return ownAccount(actor, async pass => {
    const passes = await ownProjects(pass)
    const lines = await noticeLines(pass, passes, wanted, placeIn(filter.value), pageSize)
    if (!lines.ok) return lines
    return ok({
      filter: filter.value,
      projects: await projectsByName(pass, passes),
      total: await noticeCount(pass, passes, wanted),
      unread: await noticeCount(pass, passes, { unread: true }),
      at: pass.at.toISOString(),
      after: lines.value.after,
      notices: lines.value.rows.map(shownNotice),
    })
  })
}
inbox.input = inboxFilter

/** How many notices wait for the reader. */
export const unreadNotices = (actor: Actor) =>
  ownAccount(actor, async pass => ok({ unread: await noticeCount(pass, await ownProjects(pass), { unread: true }) }))

const shownNotice = (line: NoticeLine): ShownNotice => ({
  id: line.id,
  kind: line.kind,
  sentence: noticeSentence(line),
  reason: line.reason && shortened(line.reason),
  path: noticePath(line),
  project: line.project,
  at: line.at.toISOString(),
  read: line.readAt !== null,
})

type Answer = Awaited<ReturnType<typeof inbox>>
export type InboxPage = Extract<Answer, { ok: true }>["value"]
