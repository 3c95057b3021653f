import { createHash, generateKeyPairSync, randomBytes, sign } from "node:crypto"
import { createServer, type IncomingMessage, type ServerResponse } from "node:http"
import type { AddressInfo } from "node:net"

/** What the issuer says about a person, and where: in the token itself or only when asked for more. */
export interface Claims {
  readonly sub: string
  readonly [claim: string]: unknown
}

interface Grant {
  readonly challenge: string
  readonly nonce: string
  readonly redirect: string
  readonly token: Claims
  readonly userinfo: Claims
}

const base64 = (value: object | Buffer) =>
  Buffer.from(Buffer.isBuffer(value) ? value : JSON.stringify(value)).toString("base64url")

/** A small OpenID Connect issuer on a loopback port: discovery, keys, codes with PKCE, signed tokens, userinfo. */
export async function startIssuer(client: { id: string; secret: string }) {
  const { privateKey, publicKey } = generateKeyPairSync("rsa", { modulusLength: 2048 })
  const grants = new Map<string, Grant>()
  const tokens = new Map<string, Claims>()
  let forgedNonce: string | null = null

  const server = createServer((request, response) => {
    answer(request, response).catch(error => response.writeHead(500).end(String(error)))
  })
  await new Promise<void>(go => server.listen(0, "127.0.0.1", go))
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`

  const idToken = (claims: Claims, nonce: string) => {
    const now = Math.floor(Date.now() / 1000)
    const head = base64({ alg: "RS256", kid: "one", typ: "JWT" })
    const body = base64({ iss: issuer, aud: client.id, iat: now, exp: now + 300, nonce, ...claims })
    return `${head}.${body}.${base64(sign("sha256", Buffer.from(`${head}.${body}`), privateKey))}`
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const json = (value: object, status = 200) =>
      response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(value))
    const path = new URL(request.url!, issuer).pathname
    if (path === "/.well-known/openid-configuration")
      return void json({
        issuer,
        authorization_endpoint: `${issuer}/authorize`,
        token_endpoint: `${issuer}/token`,
        userinfo_endpoint: `${issuer}/userinfo`,
        jwks_uri: `${issuer}/keys`,
        response_types_supported: ["code"],
        subject_types_supported: ["public"],
        id_token_signing_alg_values_supported: ["RS256"],
        token_endpoint_auth_methods_supported: ["client_secret_basic"],
      })
    if (path === "/keys")
      return void json({ keys: [{ ...publicKey.export({ format: "jwk" }), kid: "one", use: "sig", alg: "RS256" }] })
    if (path === "/userinfo") {
      const claims = tokens.get(request.headers.authorization?.replace("Bearer ", "") ?? "")
      return void (claims ? json(claims) : json({ error: "invalid_token" }, 401))
    }
    if (path === "/authorize")
      return void response.writeHead(200, { "content-type": "text/plain" }).end("Do you agree?")
    if (path === "/token") return void redeem(await bodyOf(request), request.headers.authorization ?? "", json)
    response.writeHead(404).end()
  }

  function redeem(body: URLSearchParams, authorization: string, json: (value: object, status?: number) => unknown) {
    const code = body.get("code") ?? ""
    const grant = grants.get(code)
    grants.delete(code)
    const challenge = createHash("sha256")
      .update(body.get("code_verifier") ?? "")
      .digest("base64url")
    // RFC 6749, 2.3.1: both halves are form-encoded before they are joined.
    const halves = Buffer.from(authorization.replace("Basic ", ""), "base64").toString().split(":")
    const [id, secret] = halves.map(half => decodeURIComponent(half.replaceAll("+", " ")))
    const known = id === client.id && secret === client.secret
    if (!known) return json({ error: "invalid_client" }, 401)
    if (!grant || grant.challenge !== challenge || grant.redirect !== body.get("redirect_uri"))
      return json({ error: "invalid_grant" }, 400)
    const access = randomBytes(16).toString("hex")
    tokens.set(access, grant.userinfo)
    const nonce = forgedNonce ?? grant.nonce
    return json({ access_token: access, token_type: "Bearer", expires_in: 300, id_token: idToken(grant.token, nonce) })
  }

  return {
    url: issuer,
    /** Let a person agree to the authorization request at `address`; answers where their browser is sent back to. */
    agree(address: string, token: Claims, userinfo: Claims = token): URL {
      const asked = new URL(address).searchParams
      const sound = asked.get("client_id") === client.id && asked.get("code_challenge_method") === "S256"
      if (!sound || !asked.get("nonce") || !asked.get("state"))
        throw new Error(`The authorization request is not right: ${address}`)
      const code = randomBytes(16).toString("hex")
      const redirect = asked.get("redirect_uri")!
      grants.set(code, {
        challenge: asked.get("code_challenge")!,
        nonce: asked.get("nonce")!,
        redirect,
        token,
        userinfo,
      })
      const back = new URL(redirect)
      back.searchParams.set("code", code)
      back.searchParams.set("state", asked.get("state")!)
      return back
    },
    forgeNonce(nonce: string | null) {
      forgedNonce = nonce
    },
    stop: () => new Promise(go => server.close(go)),
  }
}

async function bodyOf(request: IncomingMessage): Promise<URLSearchParams> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return new URLSearchParams(Buffer.concat(chunks).toString())
}
