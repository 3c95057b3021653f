import type { Visit } from "./visit.ts"

type Outcome = "signed-in" | "refused" | "signed-out" | "trouble"

/** One line in the log for what happened at the door: who, from where, how; never what was typed. */
export function logSignIn(outcome: Outcome, visit: Pick<Visit, "address">, details: Record<string, string>): void {
  const level = outcome === "trouble" ? "error" : "info"
  const line = JSON.stringify({
    level,
    at: new Date().toISOString(),
    event: `sign-in.${outcome}`,
    address: visit.address,
    ...details,
  })
  console[level](line)
}
