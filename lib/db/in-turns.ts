/** Milliseconds that work may take before others get a turn. */
const turnLength = 30

/** Carries out work that comes in steps, letting other requests in from time to time; answers what it comes to. */
export async function inTurns<S, T>(steps: Generator<S, T>, told: (step: S) => void = () => {}): Promise<T> {
  let turn = performance.now()
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
    if (performance.now() - turn < turnLength) continue
    told(step.value)
    await new Promise(resolve => setImmediate(resolve))
    turn = performance.now()
  }
}
