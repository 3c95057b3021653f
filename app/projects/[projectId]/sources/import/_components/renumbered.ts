import type { ApiFailure } from "../../../../../_ui/api.ts"

/**
 * A refusal of some entries, counted as the person sees them: `numbers` has the number of each entry that was sent, and
 * the path of each issue becomes the number of its entry. What is said of no entry stays as it is.
 */
export function renumbered(failure: ApiFailure, numbers: readonly number[]): ApiFailure {
  if (!failure.issues) return failure
  const issues = failure.issues.map(issue => {
    const at = Number(/^entries\.(\d+)/.exec(issue.path)?.[1])
    const number = numbers[at]
    if (number === undefined) return issue
    return { path: String(number), message: issue.message.replace(`Entry ${at + 1}:`, `Entry ${number}:`) }
  })
  return { ...failure, issues }
}
