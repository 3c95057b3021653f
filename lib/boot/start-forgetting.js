import { log, loggedError } from "../log/log-line.js"
import { loadBackground } from "./load-background.js"
import { isStopping, whenStopping } from "./stopping.js"

/** Milliseconds between two rounds: six hours. */
const pause = 6 * 3_600_000

/** Have events of accounts deleted that were kept for as long as it is promised, now and again every six hours. */
export async function startForgetting() {
  const { forgetEvents } = await loadBackground()
  const round = () =>
    forgetEvents().catch(error => isStopping() || log("error", "forgetting.trouble", { error: loggedError(error) }))
  await round()
  const timer = setInterval(round, pause)
  whenStopping(async () => clearInterval(timer))
}
