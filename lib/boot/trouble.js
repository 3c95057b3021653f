/** Why Apparatus can't start or go on, in one sentence for the person who started it. */
export class Trouble extends Error {}

/** The code of a system or database error. @param {unknown} error @returns {string} */
export function codeOf(error) {
  return error instanceof Error && "code" in error ? String(error.code) : ""
}
