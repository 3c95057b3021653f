import { uuidv7 } from "uuidv7"
import { database } from "./client.ts"
import type { AccountPass } from "./pass.ts"

export interface OwnPasskey {
  readonly id: string
  readonly name: string
  /** Whether it is kept elsewhere too, so that a lost device does not lose it. */
  readonly backedUp: boolean
  readonly createdAt: Date
  readonly lastUsedAt: Date | null
}

/** One's own passkeys, in the order in which they were added. */
export const ownPasskeys = ({ tx, actor }: AccountPass): Promise<OwnPasskey[]> =>
  tx.passkey.findMany({
    where: { userId: actor.id },
    select: { id: true, name: true, backedUp: true, createdAt: true, lastUsedAt: true },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  })

export interface OwnKey {
  readonly id: string
  readonly credentialId: Uint8Array<ArrayBuffer>
  readonly publicKey: Uint8Array<ArrayBuffer>
  readonly transports: readonly string[]
}

const key = { id: true, credentialId: true, publicKey: true, transports: true } as const

/** What one's own passkeys are known by, and what their answers are checked with. */
export const ownKeys = ({ tx, actor }: AccountPass): Promise<OwnKey[]> =>
  tx.passkey.findMany({ where: { userId: actor.id }, select: key, orderBy: { id: "asc" } })

/** One's own passkey of a credential's id; null when it is nobody's, or somebody else's. */
export const ownKey = ({ tx, actor }: AccountPass, credentialId: Uint8Array<ArrayBuffer>): Promise<OwnKey | null> =>
  tx.passkey.findFirst({ where: { userId: actor.id, credentialId }, select: key })

/** Whose passkey a credential's id names. */
export async function ownerOfPasskey(credentialId: Uint8Array<ArrayBuffer>): Promise<string | null> {
  const row = await database().passkey.findUnique({ where: { credentialId }, select: { userId: true } })
  return row?.userId ?? null
}

export interface NewPasskey extends Omit<OwnKey, "id"> {
  readonly counter: number
  readonly synced: boolean
  readonly backedUp: boolean
  readonly name: string
}

/** Store a passkey; answers its id, or null, with nothing stored, when somebody has one of that credential's id. */
export async function insertPasskey({ tx, actor, at }: AccountPass, passkey: NewPasskey): Promise<string | null> {
  const id = uuidv7()
  const transports = [...passkey.transports]
  const row = { ...passkey, id, transports, userId: actor.id, createdAt: at }
  const { count } = await tx.passkey.createMany({ data: row, skipDuplicates: true })
  return count > 0 ? id : null
}

/**
 * Note a use of one's own passkey, under the count that it came with. Answers false, and notes nothing, when the count is
 * not above the stored one, unless both are 0, as of passkeys that do not count (WebAuthn, level 3, 6.1.1).
 */
export async function savePasskeyUse(
  { tx, actor, at }: AccountPass,
  id: string,
  { counter, backedUp }: { readonly counter: number; readonly backedUp: boolean },
): Promise<boolean> {
  const before = counter === 0 ? { equals: 0 } : { lt: counter }
  const where = { id, userId: actor.id, counter: before }
  const { count } = await tx.passkey.updateMany({ where, data: { counter, backedUp, lastUsedAt: at } })
  return count > 0
}

/** Call one's own passkey something else; answers whether there was one. */
export async function renameOwnPasskey({ tx, actor }: AccountPass, id: string, name: string): Promise<boolean> {
  const { count } = await tx.passkey.updateMany({ where: { id, userId: actor.id }, data: { name } })
  return count > 0
}

/** Delete one's own passkey of an id, or all of them; answers how many there were. */
export async function deleteOwnPasskeys({ tx, actor }: AccountPass, id?: string): Promise<number> {
  const { count } = await tx.passkey.deleteMany({ where: { userId: actor.id, ...(id !== undefined && { id }) } })
  return count
}
