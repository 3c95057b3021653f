import { failureSentence } from "../../lib/domain/failure-sentence.ts"
import { signInTrouble } from "../../lib/domain/sign-in-trouble.ts"
import type { ApiResult } from "../_ui/api.ts"
import { passkeyToSignIn } from "./passkey.ts"

interface Entrance {
  /** Where to go on. */
  readonly url: string
}

/**
 * Sign in with an e-mail address, a password and, where the account asks for one, a code. Afterwards the browser has a
 * session's cookie.
 */
export async function enterWithPassword(email: string, password: string, code = ""): Promise<ApiResult<Entrance>> {
  return ask("callback/credentials", { email, password, ...(code && { code }) })
}

/** Sign in with a passkey alone. */
export async function enterWithPasskey(): Promise<ApiResult<Entrance>> {
  const answer = await passkeyToSignIn("sign-in")
  return answer.ok ? ask("callback/passkey", { answer: answer.value }) : answer
}

/** Sign in with an e-mail address and a password, and take the second step with a passkey. */
export async function enterWithPasswordAndPasskey(email: string, password: string): Promise<ApiResult<Entrance>> {
  const answer = await passkeyToSignIn("second-step")
  return answer.ok ? ask("callback/credentials", { email, password, passkey: answer.value }) : answer
}

/** Ask for the way to a provider; the answer's address leads there, and the provider leads back to `next`. */
export async function enterWithProvider(id: string, next: string): Promise<ApiResult<Entrance>> {
  return ask(`signin/${id}`, { callbackUrl: next })
}

const offline = { code: "offline", sentence: "The server can't be reached. What you typed is kept; try again." }

// next-auth answers with an address in both cases; in that of a failure it carries a word for it.
async function ask(step: string, words: Record<string, unknown>): Promise<ApiResult<Entrance>> {
  try {
    const { csrfToken } = (await (await fetch("/api/auth/csrf", { cache: "no-store" })).json()) as { csrfToken: string }
    const response = await fetch(`/api/auth/${step}`, {
      method: "POST",
      cache: "no-store",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ ...words, csrfToken, json: "true" }),
    })
    const { url } = (await response.json()) as { url?: string }
    const error = url === undefined ? "" : new URL(url, location.href).searchParams.get("error")
    if (response.ok && url !== undefined && error === null) return { ok: true, value: { url } }
    const failure = signInTrouble(error ?? "")
    return { ok: false, failure: { ...failure, sentence: failureSentence(failure) }, status: response.status }
  } catch {
    return { ok: false, failure: offline, status: 0 }
  }
}
