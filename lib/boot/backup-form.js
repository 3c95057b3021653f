/**
 * The form of a backup: a gzipped tar. First `backup.json` says what it is (`Head`), then `secrets.json` what seals secrets in
 * the database; then the rows of each table follow as PostgreSQL's COPY writes them in text, cut into pieces
 * `tables/NAME/000001`; last `contents.json` counts all of it (`Contents`), so that a file without it is no whole one.
 *
 * @typedef {{ name: string, checksum: string }} Migration
 * @typedef {{ name: string, columns: readonly string[] }} Table
 * @typedef {{ format: string, version: number, madeAt: string, server: string, migrations: readonly Migration[],
 *   tables: readonly Table[] }} Head
 * @typedef {{ name: string, rows: number, bytes: number, sha256: string }} Counted
 * @typedef {{ tables: readonly Counted[], projects: readonly { id: string, head: string }[] }} Contents
 */

export const backupFormat = "apparatus-backup"
export const backupVersion = 1
export const headName = "backup.json"
export const secretsName = "secrets.json"
export const contentsName = "contents.json"

/** Settings of a session on which the text of rows hangs, or that could end a long one. */
export const sessionSettings = `
  SET client_encoding = 'UTF8'; SET DateStyle = 'ISO, YMD'; SET IntervalStyle = 'postgres'; SET TimeZone = 'UTC';
  SET bytea_output = 'hex'; SET extra_float_digits = 1; SET xmloption = 'content'; SET synchronize_seqscans = off;
  SET statement_timeout = 0; SET idle_in_transaction_session_timeout = 0`

/**
 * The tables of the database with their columns, in the order of their names, as its catalogue has them.
 * @param {import("pg").ClientBase} client
 * @returns {Promise<Table[]>}
 */
export async function tablesOf(client) {
  const { rows } = await client.query(
    `SELECT c.relname::text AS name, array_agg(a.attname::text ORDER BY a.attnum) AS columns
     FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
     WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') GROUP BY c.relname ORDER BY c.relname COLLATE "C"`,
  )
  return rows
}

/** @param {import("pg").ClientBase} client @param {Table} table */
export const copied = (client, { name, columns }) =>
  `${client.escapeIdentifier(name)} (${columns.map(column => client.escapeIdentifier(column)).join(", ")})`
