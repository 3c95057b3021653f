import pg from "pg"
import { uuidv7 } from "uuidv7"
import { addDocument } from "../../lib/commands/add-document.ts"
import { addWebhook } from "../../lib/commands/add-webhook.ts"
import { createProject } from "../../lib/commands/create-project.ts"
import { insertUser, newUserId } from "../../lib/db/accounts.ts"
import { spreadChanges } from "../../lib/db/webhook-work-rows.ts"
import { webhookEvents } from "../../lib/domain/webhook-event.ts"
import { line, times } from "./measure.ts"

const changes = 1_000
const documents = 200
const rounds = 9

/** Lines of a table: a thousand changes made into messages, and a look that finds none, beside plain SQL. */
export async function measureWebhooks(address: string, now: () => number): Promise<string[]> {
  // Secrets of webhooks are sealed with it.
  process.env["AUTH_SECRET"] ??= crypto.randomUUID()
  const raw = new pg.Client(address)
  await raw.connect()
  const me = { id: newUserId() }
  await insertUser({ id: me.id, email: "webhooks@example.org", name: "Bench", passwordHash: null })
  const [projectId, id] = [uuidv7(), uuidv7()]
  await createProject(me, { id: projectId, name: "Webhooks", description: "", requestId: uuidv7() })
  const words = { author: "", foundAt: "", foundOn: "", licence: "", language: "en", again: true }
  const place = { documentId: "" }
  for (let at = 0; at < documents; at++) {
    place.documentId = uuidv7()
    const input = { projectId, id: place.documentId, title: `Log ${at}`, ...words, text: "The ship sank in 1912." }
    await addDocument(() => 1_000_000)(me, { ...input, requestId: uuidv7() })
  }
  const added = await addWebhook(me, {
    ...{ projectId, id, address: "https://hooks.example.org/", events: webhookEvents, requestId: uuidv7() },
  })
  if (!added.ok) throw new Error(added.failure.code)
  const { documentId } = place
  await raw.query(
    `INSERT INTO "Change" ("streamId", revision, "projectId", "documentId", "unitId", "actorId", at, kind, body, "requestId", "inputHash", hash)
     SELECT $2, n, $1, $2, u.id, $3, now(), 'annotation-given', '{"effect":{}}', gen_random_uuid(), '\\x00', '\\x00'
     FROM generate_series(1, $4::int) n, (SELECT id FROM "Unit" WHERE "documentId" = $2 LIMIT 1) u`,
    [projectId, documentId, me.id, changes],
  )
  await raw.query(`UPDATE "Document" SET revision = $2 WHERE id = $1`, [documentId, changes])
  await raw.query("ANALYZE")
  const plain = await times(rounds, now, async () => {
    await raw.query("BEGIN")
    await raw.query(
      `INSERT INTO "WebhookDelivery" (id, "projectId", "webhookId", event, body, "streamId", revision)
       SELECT gen_random_uuid(), $1, $2, kind, json_build_object('type', kind, 'claim', "unitId", 'at', at)::text, "streamId", revision
       FROM "Change" WHERE "streamId" = $3`,
      [projectId, id, documentId],
    )
    await raw.query("ROLLBACK")
  })
  const spent = await times(rounds, now, async () => {
    await raw.query(`DELETE FROM "WebhookDelivery"`)
    await raw.query(`UPDATE "WebhookPlace" SET revision = 0 WHERE "streamId" = $1`, [documentId])
    while (await spreadChanges("https://apparatus.example"));
    const { rows } = await raw.query(`SELECT count(*)::int AS made FROM "WebhookDelivery"`)
    if (rows[0].made !== changes) throw new Error(`${rows[0].made} messages were made.`)
  })
  const idle = await times(rounds, now, () => spreadChanges("https://apparatus.example"))
  await raw.end()
  return [
    line(`${changes} changes into messages: plain SQL`, plain, plain, "itself"),
    line(`${changes} changes into messages, each judged`, spent, plain, "plain SQL"),
    line(`nothing to tell, of ${documents} documents`, idle, plain, "plain SQL"),
  ]
}
