import { Trouble } from "./trouble.js"

/**
 * Seconds for which a server that is told to stop says so at /readyz and still answers, so that what sends it requests
 * sends them elsewhere: DRAIN_SECONDS, none where nothing stands before it.
 * @param {NodeJS.ProcessEnv} environment
 */
export function drainSeconds({ DRAIN_SECONDS }) {
  const seconds = Number(DRAIN_SECONDS || 0)
  if (!(seconds >= 0 && seconds <= 60))
    throw new Trouble("DRAIN_SECONDS has to be a number from 0 to 60. Correct it, then start again.")
  return seconds
}

/** Milliseconds that a request may take to its end when the server stops. @param {number} seconds of draining */
export const lastPatience = seconds => (seconds > 0 ? 10_000 : 500)

/** @param {number} seconds */
export const drain = seconds => new Promise(done => setTimeout(done, seconds * 1_000))
