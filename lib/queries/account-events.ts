import { ownEvents } from "../db/account-event-rows.ts"
import type { ListPart } from "../db/keyset.ts"
import { type Actor, ownAccount } from "../db/pass.ts"
import { accountEventWords } from "../domain/account-event.ts"
import { ok, type Result } from "../domain/failure.ts"

/** How many stand on a page. */
const shown = 15

export interface EventLine {
  readonly id: string
  readonly at: Date
  readonly words: string
  readonly refused: boolean
  readonly address: string
  readonly userAgent: string
}

/** What happened to one's own account and at its door, the newest first; `after` is the cursor of the page before. */
export function accountEvents(actor: Actor, after?: string): Promise<Result<ListPart<EventLine>>> {
  return ownAccount(actor, async pass => {
    const part = await ownEvents(pass, after === undefined ? { from: 0 } : { after }, shown)
    if (!part.ok) return part
    const rows = part.value.rows.map(({ kind, detail, ...row }) => ({
      ...row,
      words: accountEventWords(kind, row.refused, detail),
    }))
    return ok({ rows, after: part.value.after })
  })
}
