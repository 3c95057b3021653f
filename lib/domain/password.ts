/** Characters of a password, counted as Unicode code points. */
export const passwordLength = { least: 8, most: 128 } as const

/**
 * What is wrong with a new password, as a sentence, or null. A password is taken exactly as it was typed: nothing
 * is trimmed or normalised, and any character will do (OWASP ASVS 5.0, 6.2). `about` is what everybody knows of
 * the person: it must not be the password. Whether it is a common one is asked on the server.
 */
export function passwordTrouble(
  password: string,
  about: { readonly email?: string; readonly name?: string },
): string | null {
  if (!password.isWellFormed()) return "This password has a broken character in it. Type it again."
  const length = [...password].length
  if (length < passwordLength.least) return `Use at least ${passwordLength.least} characters.`
  if (length > passwordLength.most) return `Use at most ${passwordLength.most} characters.`
  const typed = password.toLowerCase()
  const known = [about.email, about.email?.split("@")[0], about.name].filter(words => words !== undefined)
  return known.some(words => words.toLowerCase() === typed)
    ? "Choose a password that is not your name or e-mail address."
    : null
}
