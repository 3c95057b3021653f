import type { FailureCode } from "../domain/failure.ts"
import { fixedSentence } from "../domain/failure-sentence.ts"
import { failureTitle } from "../domain/failure-title.ts"
import { failureStatus } from "./failure-status.ts"

/** A kind of problem that the API answers; `says` is its sentence where that is the same each time. */
export interface Problem {
  readonly code: string
  readonly title: string
  readonly status: number
  readonly says: string | null
}

/** Every kind of problem, in the order of the alphabet. */
export const problems: readonly Problem[] = [
  ...(Object.keys(failureStatus) as FailureCode[]).map(code => ({
    code,
    title: failureTitle(code),
    status: failureStatus[code],
    says: fixedSentence(code),
  })),
  {
    code: "defect",
    title: "Defect",
    status: 500,
    says: "Something went wrong on the server. The answer has a number, under which the server’s log says more.",
  },
  {
    code: "too-slow",
    title: "Too slow",
    status: 408,
    says: "The request was not here whole within two minutes, or the time that this server gives, and nothing of it was done. Send it again, over a faster line if it is long.",
  },
].sort((a, b) => (a.code < b.code ? -1 : 1))
