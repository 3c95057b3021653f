import { parentPort } from "node:worker_threads"
import { register } from "tsx/esm/api"

// The thread in which citation styles run: plain JavaScript, since it starts before TypeScript can be read.
register()
const { pressWork } = await import("./press-work.ts")

/** @param {{ task: keyof typeof pressWork, given: never }} job */
function answerTo({ task, given }) {
  try {
    return { made: pressWork[task](given) }
  } catch {
    return { made: null }
  }
}

parentPort?.on("message", job => parentPort?.postMessage(answerTo(job)))
parentPort?.postMessage("ready")
