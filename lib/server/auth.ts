import type { Account, AuthOptions, User } from "next-auth"
import type { JWT } from "next-auth/jwt"
import Credentials from "next-auth/providers/credentials"
import { noteEvent } from "../db/account-event-rows.ts"
import { ownerOfIdentity } from "../db/accounts.ts"
import { replaceSession } from "../db/session-rows.ts"
import { type Failure, fail, type Result } from "../domain/failure.ts"
import { sessionLife } from "../domain/session-life.ts"
import { signInWord } from "../domain/sign-in-trouble.ts"
import { loggedError } from "../log/log-line.js"
import { admitIdentity } from "./admit-identity.ts"
import { askNextAuth } from "./ask-next-auth.ts"
import { logSignIn } from "./log-sign-in.ts"
import { ownPath } from "./own-path.ts"
import { signInByPasskey } from "./passkey-sign-in.ts"
import { identityProvider, providers } from "./providers.ts"
import { liveSession, type SignedIn, startSession } from "./session.ts"
import { sessionCookies } from "./session-cookies.ts"
import { signIn } from "./sign-in.ts"
import type { Visit } from "./visit.ts"

/**
 * Who a request's cookie stands for, or null. The cookie only names a session; whether that one still counts is
 * asked of the database in the `jwt` callback at every call. A database that can't answer is thrown, not taken for "nobody".
 * What a page does by itself is no sign that its person is there, and leaves the session as idle as it was (`counts`).
 */
export async function signedInBy(visit: Visit, counts = true): Promise<SignedIn | null> {
  const found: { value?: SignedIn; defect?: unknown } = {}
  const resume = async (token: JWT) => {
    const live = await liveSession(token, counts).catch((defect: unknown) => {
      found.defect = defect
      throw defect
    })
    if (!live) throw new Error("This session has ended.")
    found.value = live
    return token
  }
  await askNextAuth({ action: ["session"], method: "GET", search: {} }, visit, authOptions(visit, resume))
  if (found.defect) throw found.defect
  return found.value ?? null
}

/**
 * next-auth as thin as it goes: it speaks to browsers and providers, keeps the anti-forgery token and seals the
 * cookie. Who may come in is said by signIn and admitIdentity, whose session counts by the session's row.
 */
export function authOptions(visit: Visit, resume: (token: JWT) => Promise<JWT> = refuseToken): AuthOptions {
  // Without its own limit the first token would live for 30 days. The idle time-out is the row's.
  const maxAge = sessionLife.absolute / 1000
  return {
    secret: authSecret(),
    session: { strategy: "jwt", maxAge },
    jwt: { maxAge },
    useSecureCookies: visit.secure,
    cookies: sessionCookies(visit.secure),
    pages: { signIn: "/sign-in", error: "/sign-in", signOut: "/account" },
    logger: {
      // An ended session is no error, and the words of an error may hold what a provider said about a person.
      error: (code, details) =>
        code !== "JWT_SESSION_ERROR" && logSignIn("trouble", visit, { code, error: inner(details) }),
      warn: () => {},
      debug: () => {},
    },
    providers: [
      Credentials({
        credentials: { email: {}, password: {} },
        authorize: async input => {
          const { email, password, code, passkey } = (input ?? {}) as Record<string, unknown>
          return admitted(await guarded(visit, () => signIn({ email, password, code, passkey }, visit)))
        },
      }),
      Credentials({
        id: "passkey",
        credentials: { answer: {} },
        authorize: async input => {
          const { answer } = (input ?? {}) as Record<string, unknown>
          return admitted(await guarded(visit, () => signInByPasskey({ answer }, visit)))
        },
      }),
      ...providers(),
    ],
    callbacks: {
      redirect: ({ url, baseUrl }) =>
        baseUrl + ownPath(url.startsWith(`${baseUrl}/`) ? url.slice(baseUrl.length) : url),
      signIn: async ({ account, user }) => {
        if (account?.type !== "oauth") return true
        const person = { ...outside(account), name: user.name ?? "", email: user.email ?? null }
        const before = await signedInBy(visit)
        const result = await guarded(visit, () => admitIdentity(person, before))
        if (result.ok) return true
        return `${before ? "/account" : "/sign-in"}?error=${signInWord(result.failure)}`
      },
      jwt: async ({ token, account, user }) => {
        if (!account) return resume(token)
        const before = await signedInBy(visit)
        if (before) await replaceSession(before.sessionId, new Date())
        return startSession(await userOf(account, user), visit)
      },
    },
  }
}

function admitted(result: Result<{ id: string }>): { id: string } {
  if (!result.ok) throw new Error(signInWord(result.failure))
  return result.value
}

// A token is looked at only by signedInBy.
const refuseToken = () => Promise.reject(new Error("No session is asked for here."))

/** The name of the cookie that holds the session. */
export const sessionCookieName = (visit: Visit): string => sessionCookies(visit.secure).sessionToken!.name!

async function userOf(account: Account, user: User): Promise<string> {
  if (account.type === "credentials") return user.id
  const owner = await ownerOfIdentity(outside(account))
  if (!owner) throw new Error("The identity lost its owner while signing in.")
  await noteEvent({ kind: "sign-in", userId: owner, detail: account.provider })
  logSignIn("signed-in", { address: "" }, { userId: owner, by: account.provider })
  return owner
}

const outside = (account: Account) => ({
  provider: identityProvider(account.provider),
  subject: account.providerAccountId,
})

// next-auth would put the words of whatever is thrown into an address.
async function guarded<T>(visit: Visit, work: () => Promise<Result<T>>): Promise<Result<T>> {
  try {
    return await work()
  } catch (error) {
    logSignIn("trouble", visit, { error: inner(error) })
    return fail({ code: "sign-in-failed" } satisfies Failure)
  }
}

const inner = (error: unknown) =>
  loggedError(error instanceof Error ? error : (error as { error?: unknown } | null)?.error)

function authSecret(): string {
  const secret = process.env["AUTH_SECRET"]
  if (!secret)
    throw new Error("AUTH_SECRET is not set. npm start makes one; behind another starter set it to 32 random bytes.")
  return secret
}
