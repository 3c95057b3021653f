import { log } from "../log/log-line.js"
import type { Visit } from "./visit.ts"

type Outcome = "signed-in" | "refused" | "signed-out" | "trouble"

/** One line in the log for what happened at the door: who, from where, how; never what was typed. */
export function logSignIn(outcome: Outcome, visit: Pick<Visit, "address">, details: Record<string, unknown>): void {
  log(outcome === "trouble" ? "error" : "info", `sign-in.${outcome}`, { address: visit.address, ...details })
}
