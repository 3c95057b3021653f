import { database } from "./client.ts"

/** What waits in the whole database, of whatever project, as numbers alone. */
export interface WorkCounts {
  readonly exportsWaiting: number
  readonly exportsRunning: number
  readonly webhookMessagesWaiting: number
  readonly sessionsOpen: number
}

/** How much waits to be done, for those who watch over the server. */
export async function countWork(): Promise<WorkCounts> {
  const rows = await database().$queryRaw<WorkCounts[]>`
    SELECT
      (SELECT count(*)::int FROM "ExportJob" WHERE state = 'waiting') AS "exportsWaiting",
      (SELECT count(*)::int FROM "ExportJob" WHERE state = 'running') AS "exportsRunning",
      (SELECT count(*)::int FROM "WebhookDelivery" WHERE state = 'waiting') AS "webhookMessagesWaiting",
      (SELECT count(*)::int FROM "Session" WHERE "endedAt" IS NULL AND "expiresAt" > now()) AS "sessionsOpen"`
  return rows[0]!
}
