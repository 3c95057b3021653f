import type { Span } from "../domain/unit.ts"
import type { ClauseRuleId } from "./clause-rules.ts"

/** A part of a unit that may stand as a claim of its own. */
export interface Clause extends Span {
  /** The clause's own part; before it the subject, where the clause takes it from elsewhere in the unit. */
  readonly spans: readonly Span[]
  /** Why a clause begins here. */
  readonly rule: ClauseRuleId
}
