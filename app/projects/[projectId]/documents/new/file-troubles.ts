import type { Failure } from "../../../../../lib/domain/failure.ts"
import { failureSentence } from "../../../../../lib/domain/failure-sentence.ts"
import type { ApiFailure } from "../../../../_ui/api.ts"

/** A failure found in the browser already, in the shape of the server's. */
export const refusal = (failure: Failure): ApiFailure => ({ ...failure, sentence: failureSentence(failure) })

export const gone = {
  code: "file-gone",
  sentence: "The file can’t be read any more. Choose it again, or paste its text.",
}
export const unread = { code: "file-unread", sentence: "The file is still being read. Try again in a moment." }
