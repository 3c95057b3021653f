import type { Failure } from "../domain/failure.ts"
import { passwordTrouble } from "../domain/password.ts"
import { isCommonPassword } from "./common-password.ts"

/** What keeps a password from being somebody's new one, reported at `path` of the input; null when nothing does. */
export async function judgePassword(
  password: string,
  about: { readonly email: string; readonly name: string },
  path: string,
): Promise<Failure | null> {
  const message = passwordTrouble(password, about)
  if (message) return { code: "invalid", issues: [{ path, message }] }
  return (await isCommonPassword(password)) ? { code: "password-common" } : null
}
