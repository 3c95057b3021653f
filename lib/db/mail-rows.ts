import { hoursBetween, type MailChoice, nextTryIn, usualMailChoice } from "../domain/mail-choice.ts"
import { database } from "./client.ts"
import type { AccountPass } from "./pass.ts"

/** Somebody whose e-mail this server has taken on. */
export interface Addressee {
  readonly userId: string
  readonly email: string
  readonly name: string
  readonly choice: Exclude<MailChoice, "off">
  readonly tries: number
}

/** Minutes for which one server has a person's e-mail to itself; longer than sending one can take. */
const held = 5

/**
 * Take on the e-mail of somebody who is due: unread notices wait that are older than `settle` milliseconds and that no
 * e-mail told. No two servers take on the same person, since each writes under a lock that the others pass over. Null
 * when nobody is due.
 */
export async function takeAddressee(at: Date, settle: number): Promise<Addressee | null> {
  const before = new Date(at.getTime() - settle)
  const until = new Date(at.getTime() + held * 60_000)
  const rows = await database().$queryRaw<Addressee[]>`
    WITH due AS (
      SELECT u.id, u.email, u.name FROM "User" u LEFT JOIN "MailSetting" m ON m."userId" = u.id
      WHERE u."broughtInAt" IS NULL AND u."deletedAt" IS NULL AND coalesce(m.choice, ${usualMailChoice}) <> 'off' AND coalesce(m."dueAt" <= ${at}, true)
        AND coalesce(m."heldUntil" <= ${at}, true)
        AND EXISTS (SELECT 1 FROM "Notice" n
          WHERE n."userId" = u.id AND n."readAt" IS NULL AND n."mailedAt" IS NULL AND n.at <= ${before})
      ORDER BY m."dueAt" NULLS FIRST, u.id LIMIT 1 FOR NO KEY UPDATE OF u SKIP LOCKED),
    taken AS (
      INSERT INTO "MailSetting" ("userId", choice, "heldUntil") SELECT id, ${usualMailChoice}, ${until} FROM due
      ON CONFLICT ("userId") DO UPDATE SET "heldUntil" = EXCLUDED."heldUntil"
      WHERE "MailSetting".choice <> 'off' AND coalesce("MailSetting"."heldUntil" <= ${at}, true) AND coalesce("MailSetting"."dueAt" <= ${at}, true)
      RETURNING "userId", choice, tries)
    SELECT t."userId", d.email, d.name, t.choice, t.tries FROM taken t JOIN due d ON d.id = t."userId"`
  return rows[0] ?? null
}

/** An e-mail was sent: the next one may go when the person wants one again. */
export async function saveSent(pass: AccountPass, choice: Addressee["choice"]): Promise<void> {
  const dueAt = new Date(pass.at.getTime() + hoursBetween[choice] * 3_600_000)
  const data = { dueAt, heldUntil: null, tries: 0 }
  // None is there when the account was deleted meanwhile.
  await pass.tx.mailSetting.updateMany({ where: { userId: pass.actor.id }, data })
}

/** Nothing was sent: it is looked at again after a while, later each time when it failed. */
export async function saveUnsent({ userId, tries }: Addressee, at: Date, failed: boolean): Promise<void> {
  const wait = failed ? nextTryIn(tries) : 600_000
  const data = { dueAt: new Date(at.getTime() + wait), heldUntil: null, tries: failed ? tries + 1 : tries }
  await database().mailSetting.updateMany({ where: { userId }, data })
}

export async function ownMailChoice(pass: AccountPass): Promise<MailChoice> {
  const row = await pass.tx.mailSetting.findUnique({ where: { userId: pass.actor.id }, select: { choice: true } })
  return (row?.choice as MailChoice | undefined) ?? usualMailChoice
}

/** Choose how often; what waits is looked at anew, so that a choice of hourly need not wait for a day to end. */
export async function saveMailChoice(pass: AccountPass, choice: MailChoice): Promise<void> {
  const userId = pass.actor.id
  await pass.tx.mailSetting.upsert({ where: { userId }, create: { userId, choice }, update: { choice, dueAt: null } })
}

/** The address of somebody who comes by a link of an e-mail; null when there is no such account. */
export async function mailOf(userId: string): Promise<{ email: string; choice: MailChoice } | null> {
  const row = await database().user.findUnique({
    where: { id: userId, deletedAt: null },
    select: { email: true, mailSetting: { select: { choice: true } } },
  })
  return row && { email: row.email, choice: (row.mailSetting?.choice as MailChoice | undefined) ?? usualMailChoice }
}

/** Stop all e-mails to somebody who comes by a link of one. */
export async function stopMail(userId: string): Promise<void> {
  const off = { choice: "off" }
  await database().mailSetting.upsert({ where: { userId }, create: { userId, ...off }, update: off })
}
