import type { Result } from "../../lib/domain/failure.ts"
import { everybody, type Room, type Somebody, type Who } from "./everybody.ts"

export type Input = Readonly<Record<string, unknown>>

export interface Row {
  /** The export's name; behind a comma, which case of it. */
  readonly name: string
  /** The method and address of its route; the address alone when only that page asks. */
  readonly at: string
  /** What everybody gets in turn, and last what somebody signed out gets. */
  readonly outcomes: Readonly<Record<Who | "nobody", string>>
  readonly call: (actor: Somebody, input: never) => Promise<Result<unknown>>
  /** An input that is good in the hands of `by`, with everything that it needs made before. */
  readonly make: (room: Room, by: Somebody) => Promise<Input>
  /** In whose hands: those to whom the outcomes say ok, unless only somebody else's are good. */
  readonly good: readonly (Who | "author")[]
}

export function row(
  name: string,
  at: string,
  outcomes: string,
  call: Row["call"],
  make: Row["make"],
  by?: "author",
): Row {
  const each = outcomes.split(/\s+/)
  if (each.length !== everybody.length + 1) throw new Error(`${name} has ${each.length} outcomes.`)
  const said = Object.fromEntries([...everybody, "nobody"].map((who, at) => [who, each[at]!])) as Row["outcomes"]
  return { name, at, outcomes: said, call, make, good: by ? [by] : everybody.filter(who => said[who] === "ok") }
}
