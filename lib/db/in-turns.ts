/** Milliseconds that work may take before others get a turn. */
const turnLength = 30

/** Carries out work that comes in steps, letting other requests in from time to time; answers what it comes to. */
export async function inTurns<S, T>(steps: Generator<S, T>, told: (step: S) => void = () => {}): Promise<T> {
  const turns = new Turns()
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
    if (!turns.over) continue
    told(step.value)
    await turns.next()
  }
}

/** The turns of work that does not come as one generator: whoever does it asks between its parts. */
export class Turns {
  #begun = performance.now()

  /** Whether it is the turn of others. */
  get over(): boolean {
    return performance.now() - this.#begun >= turnLength
  }

  /** Lets others in. */
  async next(): Promise<void> {
    await new Promise(resolve => setImmediate(resolve))
    this.#begun = performance.now()
  }
}
