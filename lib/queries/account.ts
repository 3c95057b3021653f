import { type OwnToken, ownTokens } from "../db/access-token-rows.ts"
import { ownAccountRow, ownIdentities } from "../db/accounts.ts"
import { type OwnExportNames, ownExportNames } from "../db/export-people.ts"
import { type HangingProjects, hangingProjects } from "../db/leave-projects.ts"
import { ownMailChoice } from "../db/mail-rows.ts"
import { type Actor, ownAccount } from "../db/pass.ts"
import { type OwnPasskey, ownPasskeys } from "../db/passkey-rows.ts"
import { ownSecondWays, recoveryCodesLeft } from "../db/second-factor-rows.ts"
import { ownSessions } from "../db/session-rows.ts"
import { ok, type Result } from "../domain/failure.ts"
import type { MailChoice } from "../domain/mail-choice.ts"
import type { SecondWays } from "../domain/passkey.ts"
import { sessionLives } from "../domain/session-life.ts"

export interface AccountPage {
  readonly name: string
  readonly email: string
  readonly hasPassword: boolean
  /** By what they take the step after the password, null when they are asked for none; and how many recovery codes are left. */
  readonly twoStep: { readonly by: SecondWays | null; readonly codesLeft: number }
  readonly passkeys: readonly OwnPasskey[]
  readonly sessions: readonly SessionLine[]
  readonly tokens: readonly TokenLine[]
  /** Names of the connected providers, as they are stored. */
  readonly connected: readonly string[]
  /** How often they are told by e-mail what concerns them. */
  readonly mail: MailChoice
  /** What exports may call them. */
  readonly exports: OwnExportNames
  /** Projects that keep the account from being deleted, or that nobody could open without it. */
  readonly hanging: HangingProjects
}

export interface SessionLine {
  readonly id: string
  readonly userAgent: string
  readonly address: string
  readonly createdAt: Date
  readonly lastSeenAt: Date
}

export interface TokenLine extends OwnToken {
  readonly expired: boolean
}

/** One's own account: words, passkeys, sessions and access tokens, connected providers. */
export function account(actor: Actor): Promise<Result<AccountPage>> {
  return ownAccount(actor, async pass => {
    const { name, email, passwordHash } = await ownAccountRow(pass)
    const sessions = (await ownSessions(pass)).filter(session => sessionLives(session, pass.at))
    const connected = (await ownIdentities(pass)).map(identity => identity.provider)
    const lines = sessions.map(({ id, userAgent, address, createdAt, lastSeenAt }) => ({
      id,
      userAgent,
      address,
      createdAt,
      lastSeenAt,
    }))
    return ok({
      name,
      email,
      hasPassword: passwordHash !== null,
      twoStep: { by: await ownSecondWays(pass), codesLeft: await recoveryCodesLeft(pass) },
      passkeys: await ownPasskeys(pass),
      sessions: lines,
      tokens: (await ownTokens(pass)).map(token => ({ ...token, expired: token.expiresAt <= pass.at })),
      connected,
      mail: await ownMailChoice(pass),
      exports: await ownExportNames(pass),
      hanging: await hangingProjects(pass),
    })
  })
}
