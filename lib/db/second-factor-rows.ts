import type { SecondWays } from "../domain/passkey.ts"
import type { AccountPass } from "./pass.ts"
import { sealed, unsealed } from "./sealed-secret.ts"

export interface OwnFactor {
  /** What the app shares; null when the server's secret is another one since. */
  readonly secret: Uint8Array | null
  /** Whether a code has proved it, so that it is asked for. */
  readonly confirmed: boolean
}

/** One's own second factor, confirmed or being set up; null without one. */
export async function ownFactor({ tx, actor }: AccountPass): Promise<OwnFactor | null> {
  const row = await tx.secondFactor.findUnique({ where: { userId: actor.id } })
  if (!row) return null
  return { secret: unsealed(row.secret, actor.id, "second factors"), confirmed: row.confirmedAt !== null }
}

/** By what one's own account takes the second step that it asks for; null when it asks for none. */
export async function ownSecondWays({ tx, actor }: AccountPass): Promise<SecondWays | null> {
  const app = (await tx.secondFactor.count({ where: { userId: actor.id, confirmedAt: { not: null } } })) > 0
  const passkey = (await tx.passkey.count({ where: { userId: actor.id } })) > 0
  return app ? (passkey ? "either" : "app") : passkey ? "passkey" : null
}

/** Begin to set up a second factor, in the place of one that was only begun; answers false when one is confirmed. */
export async function beginOwnFactor({ tx, actor, at }: AccountPass, secret: Uint8Array): Promise<boolean> {
  await tx.secondFactor.deleteMany({ where: { userId: actor.id, confirmedAt: null } })
  const row = { userId: actor.id, secret: sealed(secret, actor.id, "second factors"), createdAt: at }
  const { count } = await tx.secondFactor.createMany({ data: row, skipDuplicates: true })
  return count > 0
}

/** Let a second factor count from now on, proved by the code of a time step; answers false when none was being set up. */
export async function confirmOwnFactor({ tx, actor, at }: AccountPass, step: number): Promise<boolean> {
  const where = { userId: actor.id, confirmedAt: null }
  const { count } = await tx.secondFactor.updateMany({ where, data: { confirmedAt: at, lastStep: step } })
  return count > 0
}

/** Take the code of a time step; answers false when that one, or a later one, was taken before. */
export async function spendStep({ tx, actor }: AccountPass, step: number): Promise<boolean> {
  const where = { userId: actor.id, confirmedAt: { not: null }, lastStep: { lt: step } }
  const { count } = await tx.secondFactor.updateMany({ where, data: { lastStep: step } })
  return count > 0
}

/** Give up one's app; answers whether there was one. */
export async function deleteOwnFactor({ tx, actor }: AccountPass): Promise<boolean> {
  const { count } = await tx.secondFactor.deleteMany({ where: { userId: actor.id } })
  return count > 0
}

/** Delete one's own recovery codes when nothing is left that they stand in for. */
export async function dropIdleRecoveryCodes(pass: AccountPass): Promise<void> {
  if ((await ownSecondWays(pass)) === null) await replaceRecoveryCodes(pass, [])
}

/** Put recovery codes, as hashes, in the place of all earlier ones. */
export async function replaceRecoveryCodes(
  { tx, actor }: AccountPass,
  hashes: readonly Uint8Array<ArrayBuffer>[],
): Promise<void> {
  await tx.recoveryCode.deleteMany({ where: { userId: actor.id } })
  await tx.recoveryCode.createMany({ data: hashes.map(codeHash => ({ userId: actor.id, codeHash })) })
}

/** Use up a recovery code; answers false when it is none, or was used. */
export async function spendRecoveryCode(
  { tx, actor, at }: AccountPass,
  codeHash: Uint8Array<ArrayBuffer>,
): Promise<boolean> {
  const where = { userId: actor.id, codeHash, usedAt: null }
  const { count } = await tx.recoveryCode.updateMany({ where, data: { usedAt: at } })
  return count > 0
}

/** How many recovery codes are left. */
export const recoveryCodesLeft = ({ tx, actor }: AccountPass): Promise<number> =>
  tx.recoveryCode.count({ where: { userId: actor.id, usedAt: null } })
