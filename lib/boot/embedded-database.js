import { migrate } from "./migrate.js"
import { grantApp, hasDatabase, makeDatabase, startPostgres, withClient } from "./postgres.js"
import { stop } from "./stopping.js"

/** The database's name, and the one that it has until it is filled. */
export const name = "apparatus"
export const draft = "apparatus_new"

/**
 * Start the embedded PostgreSQL with the application's database, migrated. A new one has another name until it is
 * filled and `complete` is called, so that an interrupted first start leaves nothing by half. Both answers are the
 * address that the application uses, in its own role.
 * @param {string} folder
 * @param {import("./secrets.js").Secrets} secrets
 */
export async function embeddedDatabase(folder, secrets) {
  const postgres = await startPostgres(folder, secrets, [], {
    told: sentence => console.error(sentence),
    lost: sentence => {
      console.error(sentence)
      void stop(1)
    },
  })
  const known = await withClient(postgres.address("postgres"), async client => {
    if (await hasDatabase(client, name)) return true
    await client.query(`DROP DATABASE IF EXISTS ${draft} WITH (FORCE)`)
    return false
  })
  const current = known ? name : draft
  await makeDatabase(postgres.address, current, secrets.app)
  await migrate(postgres.address(current))
  await grantApp(postgres.address(current))
  const url = (/** @type {string} */ database) =>
    `postgresql://app:${secrets.app}@127.0.0.1:${postgres.port}/${database}`
  return {
    url: url(current),
    complete: async () => {
      if (!known)
        await withClient(postgres.address("postgres"), client =>
          client.query(`ALTER DATABASE ${draft} RENAME TO ${name}`),
        )
      return url(name)
    },
  }
}
