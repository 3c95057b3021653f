import type { FailureCode } from "./failure.ts"

/** What a failure is called, the same each time: its code in words, as "Not found". */
export const failureTitle = (code: FailureCode): string =>
  `${code[0]!.toUpperCase()}${code.slice(1).replaceAll("-", " ")}`
