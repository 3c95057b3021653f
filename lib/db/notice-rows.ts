import { uuidv7 } from "uuidv7"
import type { NoticeKind } from "../domain/notice.ts"
import type { ProjectPass } from "./pass.ts"

/** Something that concerns a person, with what it is about. */
export interface NewNotice {
  readonly userId: string
  readonly kind: NoticeKind
  readonly documentId?: string
  readonly unitId?: string
  readonly flagId?: string
  readonly sourceId?: string
  readonly threadId?: string
  /** How many claims it is about, for an assignment. */
  readonly count?: number
}

/** Put what the change under way brings into inboxes; nobody is told what they did themselves. */
export async function saveNotices(
  pass: ProjectPass,
  change: { readonly streamId: string; readonly revision: number },
  notices: readonly NewNotice[],
): Promise<void> {
  const { projectId, actor, at } = pass
  const data = notices
    .filter(({ userId }) => userId !== actor.id)
    .map(notice => ({ id: uuidv7(), projectId, actorId: actor.id, at, ...change, ...notice }))
  if (data.length > 0) await pass.tx.notice.createMany({ data })
}
