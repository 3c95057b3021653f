import { sweepFiles } from "../db/export-work-rows.ts"
import { log, loggedError } from "../log/log-line.js"
import { makeExport } from "./make-export.ts"

/** Milliseconds between two looks for a file to make, and after something went wrong. */
const pause = 1_000
const rest = 10_000

/** Milliseconds between two looks for files that nobody can download any more. */
const sweeping = 60_000

/**
 * Begin to make exported files in this process, one after another, and answer what ends it. Several servers may do so:
 * each file is taken on by one of them. A file that is under way when it ends is left to the others or the next start.
 */
export function startExporting(origin: string): () => Promise<void> {
  let stopped = false
  let swept = Number.NEGATIVE_INFINITY
  let timer: NodeJS.Timeout | undefined
  let round = Promise.resolve()
  const isStopping = () => stopped
  const look = async () => {
    try {
      if (performance.now() - swept > sweeping) {
        swept = performance.now()
        await sweepFiles(isStopping)
      }
      next((await makeExport(origin, isStopping)) ? 0 : pause)
    } catch (trouble) {
      if (!stopped) noteTrouble(trouble)
      next(rest)
    }
  }
  const next = (wait: number) => {
    if (stopped) return
    timer = setTimeout(() => {
      round = look()
    }, wait)
  }
  next(pause)
  return async () => {
    stopped = true
    clearTimeout(timer)
    await round
  }
}

const noteTrouble = (trouble: unknown): void => log("error", "exports.trouble", { error: loggedError(trouble) })
