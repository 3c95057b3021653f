import pg from "pg"
import { uuidv7 } from "uuidv7"
import { addDocument } from "../../lib/commands/add-document.ts"
import { createProject } from "../../lib/commands/create-project.ts"
import { hashPassword } from "../../lib/commands/password-hash.ts"
import { insertUser, newUserId } from "../../lib/db/accounts.ts"
import { flags, moreFlags } from "../../lib/queries/flags.ts"
import { line, times } from "./measure.ts"

const [documents, claims, total] = [20, 1_000, 100_000]
const rounds = 20

/** Who owns the measured project, to sign in with. */
export const flagsOwner = { email: "flags@example.org", password: "four quieter lanterns" }

/**
 * Lines of a table: the first page of the flag desk out of a hundred thousand flags with all its counts, the hundred that
 * follow, and a search, beside the first fifty of them and their number with plain pg. Answers where the desk is, too.
 */
export async function measureFlags(
  address: string,
  now: () => number,
): Promise<{ readonly lines: string[]; readonly path: string }> {
  const raw = new pg.Client(address)
  await raw.connect()
  const me = { id: newUserId() }
  const passwordHash = await hashPassword(flagsOwner.password)
  await insertUser({ id: me.id, email: flagsOwner.email, name: "Bench", passwordHash })
  const projectId = uuidv7()
  await createProject(me, { id: projectId, name: "Flags", description: "", requestId: uuidv7() })
  for (let at = 0; at < documents; at++) {
    const text = Array.from(
      { length: claims },
      (_, n) => `The commander number ${n} was arrested in 1937, says list ${at}.`,
    )
    const words = { title: `List ${at}`, author: "", foundAt: "", foundOn: "", licence: "", language: "en" }
    const input = { projectId, id: uuidv7(), ...words, text: text.join(" "), again: false, requestId: uuidv7() }
    await addDocument(() => 50_000_000)(me, input)
  }
  await raise(raw, projectId, me.id)
  const plain = await times(rounds, now, async () => {
    await raw.query(
      `SELECT f.*, d.title FROM "Flag" f JOIN "Document" d ON d.id = f."documentId"
        WHERE f."projectId" = $1 AND f.status = 'open' ORDER BY f."raisedAt" DESC LIMIT 50`,
      [projectId],
    )
    await raw.query(`SELECT count(*) FROM "Flag" WHERE "projectId" = $1 AND status = 'open'`, [projectId])
  })
  let after = ""
  const first = await times(rounds, now, async () => {
    const page = await flags(me, projectId, {})
    if (!page.ok || page.value.flags.length !== 100) throw new Error("The desk is empty.")
    after = page.value.after!
  })
  const next = await times(rounds, now, async () => {
    if (!(await moreFlags(me, projectId, { after })).ok) throw new Error("The list ended.")
  })
  const grouped = await times(rounds, now, async () => {
    if (!(await flags(me, projectId, { status: "all", group: "document", sort: "due" })).ok)
      throw new Error("No groups.")
  })
  const searched = await times(rounds, now, async () => {
    if (!(await flags(me, projectId, { q: "number 77" })).ok) throw new Error("Nothing was found.")
  })
  await raw.end()
  const name = `flag desk of ${total} flags`
  const lines = [
    line(`${name}: 50 rows and their number, plain SQL`, plain, plain, "itself"),
    line(`${name}: first page with all counts`, first, plain, "plain SQL"),
    line(`${name}: the next hundred`, next, plain, "plain SQL"),
    line(`${name}: all, in groups, by due date`, grouped, plain, "plain SQL"),
    line(`${name}: a search`, searched, plain, "plain SQL"),
  ]
  return { lines, path: `/projects/${projectId}/flags` }
}

/** Flags of people and of rules in equal parts, a tenth of them not open, some with a person and a day. */
async function raise(raw: pg.Client, projectId: string, me: string): Promise<void> {
  const reasons = ["needs-source", "misquoted", "out-of-context", "other"]
  const rules = ["reviewers-disagree", "one-witness", "hedged-documented"]
  const each = total / (documents * claims)
  await raw.query(
    `INSERT INTO "Flag" (id, "projectId", "documentId", number, length, start, "end", quote, reason, blocking, status, "raisedBy",
        "unitId", detail, "raisedAt", "assigneeId", "dueOn")
      SELECT gen_random_uuid(), u."projectId", u."documentId", u.number, u.length, u.start, u."end", substr(v.text, u.start + 1, 60),
        (CASE WHEN k < 3 THEN $2::text[] ELSE $3::text[] END)[1 + CASE WHEN k < 3 THEN u.start % 4 ELSE k - 3 END],
        k < 3 AND u.start % 5 = 0, CASE WHEN u.start % 10 = 0 AND k < 3 THEN 'withdrawn' ELSE 'open' END,
        CASE WHEN k < 3 THEN $4::uuid END, CASE WHEN k >= 3 THEN u.id END, CASE WHEN k >= 3 THEN '{"votes":{},"people":1,"sources":1}'::jsonb END,
        now() - (u.start % 4000) * interval '1 hour', CASE WHEN u.start % 3 = 0 THEN $4::uuid END,
        CASE WHEN u.start % 4 = 0 THEN current_date + (u.start % 40) - 20 END
      FROM "Unit" u JOIN "Version" v ON v."documentId" = u."documentId" AND v.number = u.number
      CROSS JOIN generate_series(0, $5::int - 1) k
      WHERE u."projectId" = $1 AND u.kind = 'claim'`,
    [projectId, reasons, rules, me, each],
  )
  await raw.query(`ANALYZE "Flag"`)
}
