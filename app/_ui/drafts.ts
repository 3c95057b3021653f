/** What a person typed somewhere and has not saved. */
export interface Draft {
  /** When it was last typed on, in milliseconds since 1970. */
  readonly at: number
  readonly words: unknown
  /** What was stored when they began, so that a later change by others is noticed. */
  readonly base?: unknown
  /** What belongs to it beside its words: the ids under which it was sent, the place of a passage. */
  readonly more?: unknown
}

/** A draft with the place that it belongs to. */
export interface PlacedDraft extends Draft {
  readonly place: string
}

/** Days after which a draft is given up, how many a browser keeps, and how many characters one may have. */
export const draftLimits = { days: 30, drafts: 100, characters: 1_000_000 } as const

const prefix = "apparatus-draft:"
const keyOf = (personId: string, place: string) => `${prefix}${personId}:${place}`

/**
 * What a person typed at a place and did not save: it survives a reload, the end of the session and a crash. Another
 * person on the same browser does not see it.
 */
export function draftAt(personId: string, place: string, now = Date.now()): Draft | null {
  const draft = attempted(store => read(store, keyOf(personId, place)), null)
  return draft && draft.at >= oldestKept(now) ? draft : null
}

/** A person's drafts at the places that begin like this, the oldest first. */
export function draftsUnder(personId: string, start: string): readonly PlacedDraft[] {
  const own = keyOf(personId, "")
  return attempted(
    store =>
      keysOf(store)
        .filter(key => key.startsWith(own + start))
        .flatMap(key => {
          const draft = read(store, key)
          return draft ? [{ ...draft, place: key.slice(own.length) }] : []
        })
        .sort((a, b) => a.at - b.at),
    [],
  )
}

/** Keeps what was typed; answers whether it could. A full or forbidden store costs the safety net and nothing else. */
export function keepDraft(personId: string, place: string, draft: Omit<Draft, "at">, now = Date.now()): boolean {
  const text = JSON.stringify({ at: now, ...draft })
  if (text.length > draftLimits.characters) return false
  return attempted(store => {
    const key = keyOf(personId, place)
    if (store.getItem(key) === null) makeRoom(store, now)
    try {
      store.setItem(key, text)
    } catch {
      // What is oldest makes way for what is being typed.
      const [oldest] = byAge(store).filter(other => other !== key)
      if (oldest === undefined) return false
      store.removeItem(oldest)
      store.setItem(key, text)
    }
    return true
  }, false)
}

export function dropDraft(personId: string, place: string): void {
  attempted(store => store.removeItem(keyOf(personId, place)), undefined)
}

/** Gives up all that a person typed here and did not save. */
export function dropDraftsOf(personId: string): void {
  attempted(store => {
    for (const key of keysOf(store)) if (key.startsWith(keyOf(personId, ""))) store.removeItem(key)
  }, undefined)
}

/** Gives up what is too old, broken or too much, whoever typed it. */
function makeRoom(store: Storage, now: number): void {
  for (const key of keysOf(store)) if ((read(store, key)?.at ?? 0) < oldestKept(now)) store.removeItem(key)
  const keys = byAge(store)
  for (const key of keys.slice(0, Math.max(0, keys.length - draftLimits.drafts + 1))) store.removeItem(key)
}

const oldestKept = (now: number) => now - draftLimits.days * 24 * 60 * 60 * 1000

const byAge = (store: Storage): string[] =>
  keysOf(store)
    .map(key => ({ key, at: read(store, key)?.at ?? 0 }))
    .sort((a, b) => a.at - b.at)
    .map(({ key }) => key)

const keysOf = (store: Storage): string[] =>
  Array.from({ length: store.length }, (_, at) => store.key(at) ?? "").filter(key => key.startsWith(prefix))

function read(store: Storage, key: string): Draft | null {
  try {
    const draft = JSON.parse(store.getItem(key) ?? "null") as Draft | null
    return draft && typeof draft.at === "number" && draft.words !== undefined ? draft : null
  } catch {
    return null
  }
}

/** The store may be forbidden as a whole, full, or taken away at any moment. */
function attempted<T>(run: (store: Storage) => T, otherwise: T): T {
  try {
    return run(window.localStorage)
  } catch {
    return otherwise
  }
}
