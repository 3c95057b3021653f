import type {
  AuthenticationResponseJSON,
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
  RegistrationResponseJSON,
} from "@simplewebauthn/browser"
import { type ApiResult, api } from "../_ui/api.ts"

type ToMake = PublicKeyCredentialCreationOptionsJSON
type ToUse = PublicKeyCredentialRequestOptionsJSON

const library = () => import("@simplewebauthn/browser")

/** Have a passkey made, under a name. Its person is asked by the browser. */
export async function addPasskey(name: string): Promise<ApiResult<{ recoveryCodes: readonly string[] }>> {
  const answer = await answered<ToMake, RegistrationResponseJSON>(
    () => api.post("/account/passkeys/challenge"),
    async options => (await library()).startRegistration({ optionsJSON: options }),
    sentencesOfMaking,
  )
  return answer.ok ? api.post("/account/passkeys", { name, answer: answer.value }) : answer
}

/** Prove with a passkey that it is still the person who signed in. */
export async function proveWithPasskey(): Promise<ApiResult<object>> {
  const answer = await used(() => api.post("/account/proof/challenge"))
  return answer.ok ? api.post("/account/proof/passkey", { answer: answer.value }) : answer
}

/** Have a passkey used to sign in, alone or after the password; answers what the server is to be sent. */
export const passkeyToSignIn = (purpose: "sign-in" | "second-step"): Promise<ApiResult<AuthenticationResponseJSON>> =>
  used(async () => {
    // With the anti-forgery token the browser gets the cookie by which it is known until it is signed in.
    await fetch("/api/auth/csrf", { cache: "no-store" })
    return api.post("/sign-in/passkey", { purpose })
  })

const used = (ask: () => Promise<ApiResult<ToUse>>) =>
  answered<ToUse, AuthenticationResponseJSON>(
    ask,
    async options => (await library()).startAuthentication({ optionsJSON: options }),
    sentencesOfUsing,
  )

async function answered<Options, Answer>(
  ask: () => Promise<ApiResult<Options>>,
  work: (options: Options) => Promise<Answer>,
  sentences: Readonly<Record<string, string>>,
): Promise<ApiResult<Answer>> {
  const trouble = passkeyTrouble()
  if (trouble) return refused(trouble)
  try {
    const asked = await ask()
    return asked.ok ? { ok: true, value: await work(asked.value) } : asked
  } catch (error) {
    return refused(sentences[(error as Error).name] ?? failed)
  }
}

const refused = <T>(sentence: string): ApiResult<T> => ({
  ok: false,
  failure: { code: "passkey-unavailable", sentence },
  status: 0,
})

/** Why a page at this address, in this browser, can't use passkeys (WebAuthn, level 3, 5.1); null when it can. */
function passkeyTrouble(): string | null {
  const { hostname, protocol, port } = location
  if (/^(127\.|\[::1\])/.test(hostname))
    return `Browsers use passkeys only where an address is a name. Open ${protocol}//localhost${port && `:${port}`} in place of this one.`
  if (/^[\d.]+$|^\[/.test(hostname))
    return "Browsers use passkeys only where an address is a name. Ask whoever runs this server for its name, or use another way."
  if (!isSecureContext)
    return "Browsers use passkeys only over https. Ask whoever runs this server to offer that, or use another way."
  if (!("PublicKeyCredential" in globalThis))
    return "This browser has no passkeys. Use another browser, or another way."
  return null
}

const failed = "The passkey did not work this time. Check the connection and try again, or use another way."
const unfit =
  "This device can’t have a passkey that asks for a fingerprint, a face or a PIN. Set one of these up on it, or use another device."

const sentencesOfMaking: Readonly<Record<string, string>> = {
  NotAllowedError: "No passkey was made: it was cancelled, or took too long. Try again.",
  AbortError: "No passkey was made: it was cancelled. Try again.",
  InvalidStateError: "This device has a passkey of your account already. Use that one, or add one from another device.",
  ConstraintError: unfit,
  NotSupportedError: unfit,
}

// Browsers do not tell pages whether somebody cancelled or had no passkey, so that sites can't find out who has one.
const sentencesOfUsing: Readonly<Record<string, string>> = {
  NotAllowedError:
    "No passkey was used: it was cancelled, took too long, or there is none of this site here. Try again, or use another way.",
  AbortError: "No passkey was used: it was cancelled. Try again, or use another way.",
}
