/** What is written down of accounts and their doors, and how each is told to its person: done, and refused. */
export const accountEvents = {
  "account-deleted": ["The account was deleted", "Deleting the account refused"],
  "account-made": ["Your account was made", "An account was refused"],
  "sign-in": ["Signed in", "Sign-in refused"],
  "code-asked": ["The password was right, and a code was asked for", "Asking for a code refused"],
  "sign-out": ["Signed out", "Signing out refused"],
  proof: ["Confirmed that it is you", "Confirmation refused"],
  "session-ended": ["Ended a session", "Ending a session refused"],
  "other-sessions-ended": ["Ended other sessions", "Ending other sessions refused"],
  "password-changed": ["Changed the password", "Change of the password refused"],
  "second-factor-on": ["Switched two-step sign-in on", "Switching two-step sign-in on refused"],
  "second-factor-off": ["Switched two-step sign-in off", "Switching two-step sign-in off refused"],
  "recovery-code-used": ["Used a recovery code", "A recovery code was refused"],
  "recovery-codes-renewed": ["Made new recovery codes", "Making new recovery codes refused"],
  "passkey-added": ["Added a passkey", "Adding a passkey refused"],
  "passkey-renamed": ["Renamed a passkey", "Renaming a passkey refused"],
  "passkey-removed": ["Removed a passkey", "Removing a passkey refused"],
  "token-made": ["Made an access token", "Making an access token refused"],
  "token-withdrawn": ["Withdrew access tokens", "Withdrawing an access token refused"],
  "provider-connected": ["Connected a provider", "Connecting a provider refused"],
  "provider-disconnected": ["Disconnected a provider", "Disconnecting a provider refused"],
  access: ["Let in", "Access refused"],
} as const satisfies Readonly<Record<string, readonly [done: string, refused: string]>>

export type AccountEventKind = keyof typeof accountEvents

/** Days for which events are kept; the database deletes none before (its migration says so too). */
export const eventDays = 180

/** Words for a detail that is a code; any other detail is told as it stands. */
const details: Readonly<Record<string, string>> = {
  password: "with the password",
  "password-and-code": "with the password and a code",
  "password-and-recovery-code": "with the password and a recovery code",
  "password-and-passkey": "with the password and a passkey",
  passkey: "with a passkey",
  "sign-in-wrong": "the password was wrong",
  "code-wrong": "the password was right and the code was not",
  "password-wrong": "the password was wrong",
  "passkey-wrong": "the passkey was not accepted",
  "passkey-copied": "the passkey had been used more often than it said, as when there is a copy of it",
  "token-refused": "with an access token, which may not do this",
  "token-invalid": "with an access token that is unknown, has expired or was withdrawn",
  "not-a-member": "to a project that is not there, or of which you are no member",
  operator: "by whoever runs this server",
}

/** An event in words for its person. A kind that this version does not know is told by its name. */
export function accountEventWords(kind: string, refused: boolean, detail: string): string {
  const known = (accountEvents as Readonly<Record<string, readonly [string, string]>>)[kind]
  const what = known ? known[refused ? 1 : 0] : `${kind.replaceAll("-", " ")}${refused ? " refused" : ""}`
  const how = details[detail] ?? (kind === "access" ? refusalWords(detail) : detail)
  return how ? `${what}: ${how}` : what
}

/** What was lacking: a permission that the role does not give, or the scope of a token. */
function refusalWords(detail: string): string {
  const scope = /^scope-missing (\w+)$/.exec(detail)?.[1]
  if (scope) return `the access token lacks the scope “${scope}”`
  return /^\w+\.\w+$/.test(detail) ? `the role in the project does not allow “${detail}”` : detail
}
