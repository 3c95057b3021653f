import { may, type Permission, type Role } from "./access.ts"
import type { Effect, FlagState, Step } from "./effect.ts"
import { canonical } from "./undo.ts"

/** What can be done with a flag at the desk, be it with one or with many at once. */
export type FlagAct =
  | { readonly do: "answer"; readonly answer: string }
  | { readonly do: "assign"; readonly assigneeId: string | null }
  | { readonly do: "date"; readonly dueOn: string | null }
  | { readonly do: "withdraw" }
  | { readonly do: "reopen" }

/**
 * What came of it: "same" when the flag was so already, "changed" when somebody changed it since it was seen, "closed" when
 * it is not open any more, "hidden" when the person to whom it was to go may not see it yet, "gone" when it can't be found.
 */
export const flagOutcomes = ["done", "same", "changed", "closed", "not-allowed", "hidden", "gone"] as const
export type FlagOutcome = (typeof flagOutcomes)[number]

/** The change that an act is, and what it needs of whoever does it, beside what is asked of each flag. */
export const flagActs = {
  answer: { kind: "flags-answered", needs: "flag.answer" },
  assign: { kind: "flags-assigned", needs: "flag.raise" },
  date: { kind: "flags-dated", needs: "flag.raise" },
  withdraw: { kind: "flags-withdrawn", needs: "flag.raise" },
  reopen: { kind: "flags-reopened", needs: "flag.raise" },
} as const satisfies Record<FlagAct["do"], { readonly kind: string; readonly needs: Permission }>

/** Changes that the desk can take back by name. */
export const deskKinds = [
  ...Object.values(flagActs).map(({ kind }) => kind),
  "flag-answered",
  "flag-withdrawn",
] as const

/** Of a flag, what decides whether an act concerns it; a page knows that much of the flags that it lists. */
export type ActedOn = Pick<FlagState, "status" | "raisedBy" | "assigneeId">

/**
 * Why an act can't be done with a flag, or null when it can. Editors answer, reopen, assign and date; reviewers take a flag
 * upon themselves, give it back, and date what is theirs. Only who raised a flag withdraws it and opens it again, and what
 * a rule raised is never withdrawn: it settles when its condition no longer holds.
 */
export function refusal(
  flag: ActedOn,
  act: FlagAct,
  by: { readonly id: string; readonly role: Role },
): FlagOutcome | null {
  const own = flag.raisedBy === by.id
  const theirs = flag.assigneeId === by.id
  const assigns = may(by.role, "work.assign")
  if (act.do === "answer")
    return !may(by.role, "flag.answer") ? "not-allowed" : flag.status === "open" ? null : "closed"
  if (act.do === "withdraw") return !own ? "not-allowed" : flag.status === "open" ? null : "closed"
  if (act.do === "reopen") {
    if (flag.status === "open") return "same"
    if (flag.status === "settled") return "closed"
    return (flag.status === "withdrawn" ? own : may(by.role, "flag.answer")) ? null : "not-allowed"
  }
  if (act.do === "date") return assigns || theirs ? null : "not-allowed"
  const forOneself = act.assigneeId === by.id ? !flag.assigneeId || theirs : act.assigneeId === null && theirs
  return assigns || forOneself ? null : "not-allowed"
}

/** The flag as the act leaves it. */
export function acted(flag: FlagState, act: FlagAct, by: string): FlagState {
  const { assigneeId, dueOn, ...rest } = flag
  const whose = assigneeId ? { assigneeId } : {}
  const when = dueOn ? { dueOn } : {}
  if (act.do === "assign") return { ...rest, ...(act.assigneeId && { assigneeId: act.assigneeId }), ...when }
  if (act.do === "date") return { ...rest, ...whose, ...(act.dueOn && { dueOn: act.dueOn }) }
  if (act.do === "answer") return { ...flag, status: "answered", answer: act.answer, answeredBy: by }
  if (act.do === "withdraw") return { ...flag, status: "withdrawn" }
  return { ...flag, status: "open", answer: "", answeredBy: null }
}

/** A step of an act, or why there is none. `version` is the one that was seen. */
export function stepOf(
  flag: { readonly state: FlagState; readonly version: number },
  version: number,
  act: FlagAct,
  by: { readonly id: string; readonly role: Role },
): Step<FlagState> | FlagOutcome {
  const after = acted(flag.state, act, by.id)
  if ((act.do === "assign" || act.do === "date") && canonical(after) === canonical(flag.state)) return "same"
  if (flag.version !== version) return "changed"
  return refusal(flag.state, act, by) ?? { before: flag.state, after }
}

/** Of what an act did, the part that stands as it left it; the other flags were changed since and stay as they are. */
export function stillStanding(effect: Effect, now: ReadonlyMap<string, FlagState>): readonly Step<FlagState>[] {
  return (effect.flags ?? []).filter(({ after }) => after && canonical(now.get(after.id) ?? null) === canonical(after))
}
