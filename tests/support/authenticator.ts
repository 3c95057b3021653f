import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from "node:crypto"

/** A passkey on a device that does what a test says, by WebAuthn, level 3, with ES256 alone. */
export interface SoftPasskey {
  readonly id: Buffer
  readonly privateKey: KeyObject
  /** The public key in COSE's form. */
  readonly cose: Buffer
  /** What the site had kept with it. */
  readonly handle: string
  readonly rpId: string
  /** How often it was used. */
  count: number
}

/** What a device or a browser that is not honest could do otherwise. */
interface Otherwise {
  readonly origin?: string
  readonly rpId?: string
  readonly challenge?: string
  readonly type?: string
  /** Whether a fingerprint, a face or a PIN was asked for. */
  readonly verified?: boolean
  readonly present?: boolean
  readonly count?: number
  readonly handle?: string | null
}

export interface MakeOptions {
  readonly challenge: string
  readonly rp: { readonly id?: string }
  readonly user: { readonly id: string }
}

export interface UseOptions {
  readonly challenge: string
  readonly rpId?: string
}

/** Make a passkey as a site asks for it; answers it, and what the browser sends. */
export function makePasskey(options: MakeOptions, origin: string, other: Otherwise = {}) {
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" })
  const id = randomBytes(32)
  const rpId = other.rpId ?? options.rp.id ?? ""
  const { x, y } = publicKey.export({ format: "jwk" })
  const cose = map([
    [1, 2],
    [3, -7],
    [-1, 1],
    [-2, Buffer.from(x!, "base64url")],
    [-3, Buffer.from(y!, "base64url")],
  ])
  const length = Buffer.alloc(2)
  length.writeUInt16BE(id.length)
  const attested = Buffer.concat([Buffer.alloc(16), length, id, cose])
  const authData = Buffer.concat([dataOf({ ...other, rpId }, 0), attested])
  authData[32]! |= 0x40
  const passkey: SoftPasskey = { id, privateKey, cose, handle: options.user.id, rpId, count: 0 }
  const attestationObject = map([
    ["fmt", "none"],
    ["attStmt", map([])],
    ["authData", authData],
  ])
  const client = clientData("webauthn.create", options.challenge, origin, other)
  const response = { ...words({ clientDataJSON: client, attestationObject }), transports: ["internal"] }
  return { passkey, answer: { ...named(id), response } }
}

/** Use a passkey as a site asks for it; answers what the browser sends. */
export function answerWith(passkey: SoftPasskey, options: UseOptions, origin: string, other: Otherwise = {}) {
  passkey.count += 1
  const authenticatorData = dataOf({ rpId: passkey.rpId, ...other }, passkey.count)
  const clientDataJSON = clientData("webauthn.get", options.challenge, origin, other)
  const signature = sign("sha256", Buffer.concat([authenticatorData, sha256(clientDataJSON)]), passkey.privateKey)
  const handle = other.handle === undefined ? passkey.handle : other.handle
  const response = {
    ...words({ clientDataJSON, authenticatorData, signature }),
    ...(handle !== null && { userHandle: handle }),
  }
  return { ...named(passkey.id), response }
}

const sha256 = (bytes: string | Buffer) => createHash("sha256").update(bytes).digest()
const base64url = (bytes: Buffer) => bytes.toString("base64url")
const words = <K extends string>(bytes: Record<K, Buffer>) =>
  Object.fromEntries(Object.entries<Buffer>(bytes).map(([name, value]) => [name, base64url(value)])) as Record<
    K,
    string
  >
const named = (id: Buffer) => ({
  id: base64url(id),
  rawId: base64url(id),
  type: "public-key",
  clientExtensionResults: {},
})

const clientData = (type: string, challenge: string, origin: string, other: Otherwise) =>
  Buffer.from(
    JSON.stringify({
      type: other.type ?? type,
      challenge: other.challenge ?? challenge,
      origin: other.origin ?? origin,
      crossOrigin: false,
    }),
  )

function dataOf({ rpId = "", verified = true, present = true, count }: Otherwise, counted: number): Buffer {
  const rest = Buffer.alloc(5)
  rest[0] = (present ? 1 : 0) | (verified ? 4 : 0)
  rest.writeUInt32BE(count ?? counted, 1)
  return Buffer.concat([sha256(rpId), rest])
}

/** A map in CBOR (RFC 8949), as far as it is needed here; a Buffer that is one already stands as it is. */
const map = (entries: readonly (readonly [string | number, string | number | Buffer])[]): Buffer =>
  Buffer.concat([head(5, entries.length), ...entries.flatMap(([key, value]) => [item(key), item(value, key)])])

const item = (value: string | number | Buffer, key?: string | number): Buffer => {
  if (typeof value === "number") return value < 0 ? head(1, -1 - value) : head(0, value)
  if (key === "attStmt") return value as Buffer
  const bytes = Buffer.from(value as string)
  return Buffer.concat([head(typeof value === "string" ? 3 : 2, bytes.length), bytes])
}

function head(major: number, size: number): Buffer {
  if (size < 24) return Buffer.from([(major << 5) | size])
  return size < 256 ? Buffer.from([(major << 5) | 24, size]) : Buffer.from([(major << 5) | 25, size >> 8, size & 255])
}
