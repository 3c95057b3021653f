import type { ClientFailure } from "../client/client.ts"

/** What a script can tell from how the command ended. */
export const exits = { done: 0, refused: 1, usage: 2, signedOut: 3, unreachable: 4 } as const

/** Ends the command with a sentence for the person. */
export class CliTrouble extends Error {
  constructor(
    message: string,
    readonly exit: number = exits.refused,
  ) {
    super(message)
  }
}

/** A refusal as the command tells it: the sentence, which field it is about, and the code for whoever looks it up. */
export function refusal({ code, sentence, issues = [] }: ClientFailure): CliTrouble {
  const exit =
    code === "unreachable" || code === "unreadable"
      ? exits.unreachable
      : code === "signed-out" || code === "token-invalid"
        ? exits.signedOut
        : exits.refused
  const fields = issues.map(({ path, message }) => `  ${path}: ${message}`)
  return new CliTrouble([`${sentence} (${code})`, ...(code === "invalid" ? fields : [])].join("\n"), exit)
}
