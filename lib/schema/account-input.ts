import * as z from "zod"
import { passwordTrouble } from "../domain/password.ts"
import { line, requested, rowId } from "./place.ts"

/** An e-mail address in the form in which it is stored: ASCII only, so that no look-alike letter makes a second one. */
export const emailAddress = z
  .string()
  .trim()
  .toLowerCase()
  .max(254, "Shorten this to 254 characters.")
  .regex(z.regexes.email, "Write an e-mail address such as name@example.org.")

const personName = line(120).min(1, "Write your name as your team knows it.")

// Twice the longest password, because a character can take two units.
const typedPassword = z.string().max(256, "Use at most 128 characters.")

/** What somebody types to sign in. The password is not judged here: an old rule may have let it in. */
export const credentials = z.strictObject({
  email: emailAddress,
  password: typedPassword.min(1, "Type your password."),
  /** Of an authenticator app, or a recovery code; empty while none is asked for. */
  code: z.string().max(64, "Type one code.").optional(),
})

const newAccount = z.strictObject({ name: personName, email: emailAddress, password: typedPassword })

/** Refuses a password that breaks the rules, with the sentence at its field. */
function sound(account: { name: string; email: string; password: string }, context: z.RefinementCtx): void {
  const trouble = passwordTrouble(account.password, account)
  if (trouble) context.addIssue({ code: "custom", path: ["password"], message: trouble })
}

/** What somebody fills in to get an account. */
export const accountWords = newAccount.superRefine(sound)

const linkSecret = z.string().min(20).max(100)

export const ownerInput = newAccount.extend({ secret: linkSecret }).superRefine(sound)
export const registration = newAccount.extend({ ...requested.shape, secret: linkSecret }).superRefine(sound)

export const passwordWords = z
  .strictObject({ current: typedPassword.min(1, "Type your current password."), next: typedPassword })
  .superRefine(({ next }, context) => {
    const trouble = passwordTrouble(next, {})
    if (trouble) context.addIssue({ code: "custom", path: ["next"], message: trouble })
  })

export const proofWords = credentials.omit({ email: true }).extend({ code: credentials.shape.code.default("") })
export const codeWords = z.strictObject({
  code: z.string().trim().min(1, "Type the code that your app shows.").max(64, "Type one code."),
})
export const nameWords = z.strictObject({ name: personName })
export const sessionChoice = z.strictObject({ sessionId: rowId() })
export const identityChoice = z.strictObject({ provider: z.string().min(1).max(200) })
/** What is typed to delete an account: its address, so that nobody does it by accident. */
export const accountDeletion = z.strictObject({ email: emailAddress })
export const nothing = z.strictObject({})
