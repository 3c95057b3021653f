import { withClient } from "./postgres.js"
import { isStopping } from "./stopping.js"

/** Wordings that one statement writes. */
const batch = 1_000

/**
 * Make the wordings of documents that were added before there were any, one document after another, each in a
 * transaction of its own under the document's lock, so that it may be stopped and gone on with at any moment while
 * people work. Answers for how many documents it made them.
 * @param {string} url
 * @param {(documents: number) => void} [told] hears how many there are, when there are any
 */
export function fillWordings(url, told = () => {}) {
  return withClient(url, async client => {
    const { rows } = await client.query(
      `SELECT id FROM "Document" WHERE "wordedVersion" < "currentVersion" ORDER BY "createdAt", id`,
    )
    if (rows.length === 0) return 0
    told(rows.length)
    const { register } = await import("tsx/esm/api")
    const stopReading = register()
    const keys = await import("../text/repeat-keys.ts")
    await stopReading()
    let filled = 0
    for (const { id } of rows) {
      if (isStopping()) return filled
      await client.query("BEGIN")
      try {
        if (await fillDocument(client, id, keys)) filled++
        await client.query("COMMIT")
      } catch (error) {
        await client.query("ROLLBACK")
        throw error
      }
    }
    return filled
  })
}

/**
 * @param {import("pg").Client} client
 * @param {string} id
 * @param {typeof import("../text/repeat-keys.ts")} keys
 */
async function fillDocument(client, id, { canRepeat, repeatKeys }) {
  const { rows: documents } = await client.query(
    `SELECT "projectId", "currentVersion" AS number FROM "Document"
     WHERE id = $1 AND "wordedVersion" < "currentVersion" FOR NO KEY UPDATE`,
    [id],
  )
  const [document] = documents
  if (!document) return false
  const { projectId, number } = document
  const { rows: texts } = await client.query(`SELECT text FROM "Version" WHERE "documentId" = $1 AND number = $2`, [
    id,
    number,
  ])
  const { rows: units } = await client.query(
    `SELECT id, start, "end", kind FROM "Unit" WHERE "documentId" = $1 AND number = $2 AND NOT retired ORDER BY start`,
    [id, number],
  )
  const said = units.filter(({ kind }) => canRepeat(kind))
  for (let from = 0; from < said.length; from += batch) {
    const rows = said.slice(from, from + batch).map(unit => {
      const quote = texts[0].text.slice(unit.start, unit.end)
      return { id: unit.id, quote, keys: `{${repeatKeys(projectId, quote)}}` }
    })
    await client.query(
      `INSERT INTO "Wording" ("unitId", quote, keys)
       SELECT (w->>'id')::uuid, w->>'quote', (w->>'keys')::int[] FROM jsonb_array_elements($1::jsonb) AS w
       ON CONFLICT ("unitId") DO NOTHING`,
      [JSON.stringify(rows)],
    )
    await new Promise(resolve => setImmediate(resolve))
  }
  await client.query(`UPDATE "Document" SET "wordedVersion" = $2 WHERE id = $1`, [id, number])
  return true
}
