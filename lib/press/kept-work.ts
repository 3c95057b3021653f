interface Kept {
  readonly size: number
  readonly made: Promise<unknown>
}

/** Sources and cites whose set text is kept at most, a kilobyte or so each. */
const most = 40_000
/** Milliseconds for which a piece that failed is not tried again. */
const failedFor = 60_000

/** What was made lately, by a key that says all of what it was made from, so that it is never out of date. */
export class KeptWork {
  readonly #kept = new Map<string, Kept>()
  #size = 0

  /** The piece under `key`, made when it is not there or still being made; null when it could not be made. */
  get<T>(key: string, size: number, make: () => Promise<T | null>): Promise<T | null> {
    const known = this.#kept.get(key)
    const made = known?.made ?? make()
    this.#drop(key)
    this.#kept.set(key, { size, made })
    this.#size += size
    for (const oldest of [...this.#kept.keys()]) {
      if (this.#size <= most || oldest === key) break
      this.#drop(oldest)
    }
    if (!known) void made.then(piece => piece === null && setTimeout(() => this.#drop(key), failedFor).unref())
    return made as Promise<T | null>
  }

  #drop(key: string): void {
    this.#size -= this.#kept.get(key)?.size ?? 0
    this.#kept.delete(key)
  }
}
