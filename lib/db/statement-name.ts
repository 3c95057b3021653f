import { createHash } from "node:crypto"

/** So many statements are kept prepared on a connection; those of one kind with another number of values count each. */
const most = 500

const names = new Map<string, string>()

/**
 * The name under which a connection keeps a statement prepared, so that PostgreSQL reads and plans it once and not at
 * each use; undefined for what comes after the first few hundred, which is planned each time.
 */
export function statementName({ sql }: { readonly sql: string }): string | undefined {
  const known = names.get(sql)
  if (known !== undefined || names.size >= most) return known
  const name = createHash("sha256").update(sql).digest("base64url")
  names.set(sql, name)
  return name
}
