import { randomBytes } from "node:crypto"
import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from "@simplewebauthn/server"
import type { NewPasskey, OwnKey } from "../db/passkey-rows.ts"
import { challengeLife } from "../domain/passkey.ts"
import type { MadePasskey, UsedPasskey } from "../schema/passkey-input.ts"

/** Signatures that every authenticator knows one of: EdDSA, ES256 and RS256, by their numbers in COSE. */
const algorithms = [-8, -7, -257]

/** Fresh bytes for an authenticator to sign. */
export const newChallenge = (): Uint8Array<ArrayBuffer> => new Uint8Array(randomBytes(32))

/** What a passkey is bound to: the name of the host in the address that people see, without a port. */
const siteOf = (origin: string) => new URL(origin).hostname

const base64url = (bytes: Uint8Array) => Buffer.from(bytes).toString("base64url")

/** The bytes of a credential's id as it comes in JSON. */
export const credentialIdOf = (id: string): Uint8Array<ArrayBuffer> => new Uint8Array(Buffer.from(id, "base64url"))

/** What an authenticator keeps with a passkey to say whose it is: the bytes of the account's id, and nothing about the person. */
const handleOf = (userId: string) => new Uint8Array(Buffer.from(userId.replaceAll("-", ""), "hex"))

/** Whether an answer says that it is of this account; null where it says nothing. */
export const saysWhose = ({ response }: UsedPasskey, userId: string): boolean | null =>
  response.userHandle === undefined ? null : response.userHandle === base64url(handleOf(userId))

const descriptors = (keys: readonly OwnKey[]) =>
  keys.map(({ credentialId, transports }) => ({ id: base64url(credentialId), transports: [...transports] }))

interface Asked {
  readonly challenge: Uint8Array<ArrayBuffer>
  readonly origin: string
}

/**
 * What a browser is told to have a passkey made: one that can be found without the account's name, that asks for a
 * fingerprint, a face or a PIN each time, and on none of the devices that have one for the account.
 */
export const askToMake = (
  { challenge, origin }: Asked,
  account: { readonly id: string; readonly email: string; readonly name: string },
  keys: readonly OwnKey[],
) =>
  generateRegistrationOptions({
    rpName: "Apparatus",
    rpID: siteOf(origin),
    userID: handleOf(account.id),
    userName: account.email,
    userDisplayName: account.name,
    challenge,
    timeout: challengeLife,
    attestationType: "none",
    excludeCredentials: descriptors(keys),
    authenticatorSelection: { residentKey: "required", userVerification: "required" },
    supportedAlgorithmIDs: algorithms,
  })

/** What a browser is told to have a passkey used: one of those given, or any that it has for this site. */
export const askToUse = ({ challenge, origin }: Asked, keys: readonly OwnKey[] = []) =>
  generateAuthenticationOptions({
    rpID: siteOf(origin),
    challenge,
    timeout: challengeLife,
    userVerification: "required",
    allowCredentials: descriptors(keys),
  })

interface Expected {
  readonly challenge: Uint8Array
  readonly origin: string
}

const expected = ({ challenge, origin }: Expected) => ({
  expectedChallenge: base64url(challenge),
  expectedOrigin: origin,
  expectedRPID: siteOf(origin),
  requireUserVerification: true,
})

/** Check the answer of an authenticator that made a passkey (WebAuthn, level 3, 7.1); null when anything is wrong with it. */
export async function checkMade(answer: MadePasskey, asked: Expected): Promise<Omit<NewPasskey, "name"> | null> {
  const { response, ...rest } = answer
  const { registrationInfo } = await unless(
    verifyRegistrationResponse({
      response: { ...rest, response: { ...response, transports: [] }, clientExtensionResults: {} },
      supportedAlgorithmIDs: algorithms,
      ...expected(asked),
    }),
  )
  if (!registrationInfo) return null
  const { credential, credentialDeviceType, credentialBackedUp } = registrationInfo
  return {
    credentialId: credentialIdOf(credential.id),
    publicKey: new Uint8Array(credential.publicKey),
    counter: credential.counter,
    transports: response.transports,
    synced: credentialDeviceType === "multiDevice",
    backedUp: credentialBackedUp,
  }
}

/**
 * Check the answer of an authenticator that used a passkey (WebAuthn, level 3, 7.2); null when anything is wrong with it.
 * Whether its count went on is for whoever stores the count.
 */
export async function checkUsed(
  answer: UsedPasskey,
  asked: Expected,
  key: OwnKey,
): Promise<{ readonly counter: number; readonly backedUp: boolean } | null> {
  const { response, ...rest } = answer
  const { userHandle, ...signed } = response
  const { verified, authenticationInfo } = await unless(
    verifyAuthenticationResponse({
      response: { ...rest, response: { ...signed, ...(userHandle && { userHandle }) }, clientExtensionResults: {} },
      credential: { id: base64url(key.credentialId), publicKey: key.publicKey, counter: 0 },
      ...expected(asked),
    }),
  )
  if (!verified || !authenticationInfo) return null
  return { counter: authenticationInfo.newCounter, backedUp: authenticationInfo.credentialBackedUp }
}

// The library throws whatever it finds wrong, and what its parsers stumble over in bytes from outside.
const unless = <T extends { verified: boolean }>(checked: Promise<T>): Promise<Partial<T>> =>
  checked.catch((): Partial<T> => ({}))
