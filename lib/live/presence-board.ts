import type { PersonHere } from "../domain/live.ts"

/** Somebody as the servers tell one another of them: who they are, and the mask that pseudonyms show in their place. */
export interface Told extends PersonHere {
  readonly mask: { readonly id: string; readonly name: string }
  /** The stream that their browser listens to; they are gone when it ends. */
  readonly streamId: string
}

/** Milliseconds for which somebody counts as here after a server last said so. */
export const staleAfter = 60_000

/** Milliseconds after their own last word for which a server still says so: a stream may outlive a sleeping computer. */
export const vouchedFor = 150_000

/** Who is here, in memory only. What nobody confirms goes by itself. */
export class PresenceBoard {
  readonly #here = new Map<string, { told: Told; at: number; saidAt: number }>()

  /**
   * Note where somebody is, by their own word or (`vouched`) by that of the server that holds their stream; answers
   * whether that is news and not only a sign of life.
   */
  put(told: Told, now: number, vouched = false): boolean {
    const before = this.#here.get(told.key)
    this.#here.set(told.key, { told, at: now, saidAt: vouched ? (before?.saidAt ?? now) : now })
    return !before || JSON.stringify(before.told) !== JSON.stringify(told)
  }

  /** Take away one who left a project, unless they are in another one by now; answers who that was. */
  drop(key: string, projectId: string): Told[] {
    return this.#take(({ told }) => told.key === key && told.projectId === projectId)
  }

  /** Take away everybody whose stream ended. */
  dropStream(streamId: string): Told[] {
    return this.#take(({ told }) => told.streamId === streamId)
  }

  /** Take away everybody of whom nothing was heard for too long. */
  dropStale(now: number): Told[] {
    return this.#take(({ at }) => now - at >= staleAfter)
  }

  inProject(projectId: string): Told[] {
    return [...this.#here.values()].flatMap(({ told }) => (told.projectId === projectId ? [told] : []))
  }

  /** Those on a stream who said something themselves lately. */
  onStream(streamId: string, now: number): Told[] {
    return [...this.#here.values()].flatMap(({ told, saidAt }) =>
      told.streamId === streamId && now - saidAt < vouchedFor ? [told] : [],
    )
  }

  #take(which: (entry: { told: Told; at: number }) => boolean): Told[] {
    const gone = [...this.#here.values()].filter(which).map(({ told }) => told)
    for (const { key } of gone) this.#here.delete(key)
    return gone
  }
}
