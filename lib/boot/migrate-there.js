import { databaseTrouble } from "./database-trouble.js"
import { migrate } from "./migrate.js"
import { grantApp } from "./postgres.js"

/**
 * Migrate a database of somebody's own server. With an owner the database is changed by that one, and the role of `url` can
 * then only work with rows, and only add to the log.
 * @param {string} url @param {string | null} owner
 */
export async function migrateThere(url, owner) {
  try {
    await migrate(owner ?? url)
    if (owner) await grantApp(owner, decodeURIComponent(new URL(url).username))
  } catch (error) {
    throw databaseTrouble(error, owner ?? url)
  }
}
