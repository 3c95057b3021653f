import { passwordLength } from "../domain/password.ts"

let list: Promise<ReadonlySet<string>> | undefined

/**
 * Whether a password is on zxcvbn's list of common ones, in capitals or not: some 18,000 that are long enough to be
 * allowed otherwise. The list is read when it is first needed.
 */
export async function isCommonPassword(password: string): Promise<boolean> {
  list ??= load()
  return (await list).has(password.toLowerCase())
}

async function load(): Promise<ReadonlySet<string>> {
  const { dictionary } = await import("@zxcvbn-ts/language-common")
  return new Set(dictionary["passwords-common"].filter(password => password.length >= passwordLength.least))
}
