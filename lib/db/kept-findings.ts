/** How many findings are kept; the largest is a few megabytes, for 20,000 claims with 100,000 labels. */
const most = 24

/**
 * What was found out of rows lately, each under a key that says all that it was made of, so that it is never out of
 * date. Who asks while it is being made waits for the same work.
 */
export class KeptFindings {
  readonly #kept = new Map<string, Promise<unknown>>()

  /** The finding under `key`, made when it is not there. One that could not be made is not kept, and made by the next. */
  get<T>(key: string, make: () => Promise<T>): Promise<T> {
    const known = this.#kept.get(key) as Promise<T> | undefined
    if (known) {
      this.#keep(key, known)
      return known.catch(() => this.get(key, make))
    }
    const made = make()
    this.#keep(key, made)
    made.catch(() => this.#kept.get(key) === made && this.#kept.delete(key))
    return made
  }

  #keep(key: string, finding: Promise<unknown>): void {
    this.#kept.delete(key)
    this.#kept.set(key, finding)
    for (const oldest of this.#kept.keys()) {
      if (this.#kept.size <= most) break
      this.#kept.delete(oldest)
    }
  }
}
