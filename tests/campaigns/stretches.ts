/** The longest time for which work went on without letting anything else in, in milliseconds. */
export class Stretches {
  longest = 0
  #from = 0
  #used = process.cpuUsage()

  begin(): void {
    this.#from = performance.now()
    this.#used = process.cpuUsage()
  }

  /** What the processor did counts: a machine that is busy with something else makes no file a slow one. */
  end(): void {
    const passed = performance.now() - this.#from
    if (passed < 20) return
    const { user, system } = process.cpuUsage(this.#used)
    this.longest = Math.max(this.longest, Math.min(passed, (user + system) / 1_000))
  }

  within<T>(work: () => T): T {
    this.begin()
    try {
      return work()
    } finally {
      this.end()
    }
  }
}

/**
 * Watches the event loop until it is told to end; answers the longest time for which it stood still for work of this
 * process, in milliseconds.
 */
export function watchedLoop(): () => number {
  const held = new Stretches()
  held.begin()
  const clock = setInterval(() => {
    held.end()
    held.begin()
  }, 5)
  return () => {
    clearInterval(clock)
    return held.longest
  }
}
