/** @type {Array<() => unknown>} */
const steps = []
/** @type {Promise<void> | null} */
let underWay = null
let since = 0

/** Whether the process has been told to stop. */
export const isStopping = () => underWay !== null

/**
 * Note what has to be undone when the process stops; the latest comes first. Answers a function that forgets it. When
 * the process is stopping already, it is undone at once and what was being started must not go on.
 * @param {() => unknown} step
 */
export function whenStopping(step) {
  if (underWay) {
    step()
    return () => {}
  }
  steps.push(step)
  return () => {
    const place = steps.indexOf(step)
    if (place >= 0) steps.splice(place, 1)
  }
}

/** Undo everything, then end the process. Asked twice, it is done once. @param {number} code of the process */
export function stop(code) {
  since ||= Date.now()
  underWay ??= undo().then(() => process.exit(code))
  return underWay
}

/**
 * Stop on SIGINT, SIGTERM and SIGHUP, at any point of the start or later. npm hands Ctrl-C on to a process that has
 * it from the terminal already, so only a second one that comes later ends the process at once.
 */
export function stopOnSignals() {
  for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"]))
    process.on(signal, () => {
      if (since && Date.now() - since > 1_000) process.exit(1)
      void stop(0)
    })
  if (process.env["npm_lifecycle_event"]) stopWithParent()
}

// npm hands SIGTERM on to the shell between, which ends without telling.
function stopWithParent() {
  const parent = process.ppid
  const look = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(look)
    void stop(0)
  }, 250)
  look.unref()
}

async function undo() {
  for (let step = steps.pop(); step; step = steps.pop())
    try {
      await step()
    } catch (trouble) {
      console.error(trouble)
    }
}
