import { afterEach, beforeEach, describe, expect, test, vi } from "vitest"
import { draftAt, draftLimits, draftsUnder, dropDraft, keepDraft } from "../../app/_ui/drafts.ts"

/** A browser's store that holds so many characters. */
class Store {
  readonly rows = new Map<string, string>()
  constructor(readonly room = Number.POSITIVE_INFINITY) {}
  get length() {
    return this.rows.size
  }
  key = (at: number) => [...this.rows.keys()][at] ?? null
  getItem = (key: string) => this.rows.get(key) ?? null
  removeItem = (key: string) => void this.rows.delete(key)
  setItem(key: string, value: string) {
    const others = [...this.rows].filter(([other]) => other !== key).reduce((sum, [, text]) => sum + text.length, 0)
    if (others + value.length > this.room) throw new Error("QuotaExceededError")
    this.rows.set(key, value)
  }
}

let store: Store
const use = (next: Store) => {
  store = next
  vi.stubGlobal("window", { localStorage: next })
}
beforeEach(() => use(new Store()))
afterEach(() => vi.unstubAllGlobals())
const day = 24 * 60 * 60 * 1000
const now = Date.now()

describe("drafts", () => {
  test("are kept for a person and a place, and nobody else sees them", () => {
    expect(keepDraft("ann", "source:1", { words: { title: "Minutes" }, base: 3 }, now)).toBe(true)
    expect(draftAt("ann", "source:1")).toEqual({ at: now, words: { title: "Minutes" }, base: 3 })
    expect(draftAt("ben", "source:1")).toBeNull()
    expect(draftAt("ann", "source:2")).toBeNull()
    dropDraft("ann", "source:1")
    expect(draftAt("ann", "source:1")).toBeNull()
  })
  test("are found by how their place begins, the oldest first", () => {
    keepDraft("ann", "label:d:2", { words: 2 }, now)
    keepDraft("ann", "label:d:1", { words: 1 }, now - 5)
    keepDraft("ann", "label:e:1", { words: 3 }, now)
    keepDraft("ben", "label:d:3", { words: 4 }, now)
    expect(draftsUnder("ann", "label:d:").map(({ place, words }) => [place, words])).toEqual([
      ["label:d:1", 1],
      ["label:d:2", 2],
    ])
  })
  test("are given up after a month, by whomever they are", () => {
    keepDraft("ann", "old", { words: 1 }, now - (draftLimits.days + 1) * day)
    keepDraft("ann", "young", { words: 1 }, now - (draftLimits.days - 1) * day)
    expect(draftAt("ann", "old", now)).toBeNull()
    keepDraft("ben", "new", { words: 1 }, now)
    expect([...store.rows.keys()].some(key => key.endsWith(":old"))).toBe(false)
    expect(draftAt("ann", "young", now)).not.toBeNull()
  })
  test("are so many at most, of which the oldest goes", () => {
    for (let at = 0; at < draftLimits.drafts + 3; at++) keepDraft("ann", `p${at}`, { words: at }, now + at)
    expect(store.length).toBe(draftLimits.drafts)
    expect(draftAt("ann", "p2")).toBeNull()
    expect(draftAt("ann", "p3")).not.toBeNull()
  })
  test("that are too long are not kept, and what was kept of them stays", () => {
    keepDraft("ann", "p", { words: "short" })
    expect(keepDraft("ann", "p", { words: "x".repeat(draftLimits.characters) })).toBe(false)
    expect(draftAt("ann", "p")?.words).toBe("short")
  })
  test("in a full store the oldest makes way", () => {
    use(new Store(200))
    keepDraft("ann", "first", { words: "x".repeat(100) }, now)
    expect(keepDraft("ann", "second", { words: "y".repeat(100) }, now + 1)).toBe(true)
    expect(draftAt("ann", "first")).toBeNull()
    expect(keepDraft("ann", "third", { words: "z".repeat(400) }, now + 2)).toBe(false)
  })
  test("what is broken, foreign or forbidden breaks nothing", () => {
    store.rows.set("apparatus-draft:ann:p", "{")
    store.rows.set("theme", "dark")
    expect(draftAt("ann", "p")).toBeNull()
    keepDraft("ann", "q", { words: 1 })
    expect(store.rows.get("theme")).toBe("dark")
    vi.stubGlobal("window", {
      get localStorage(): never {
        throw new Error("SecurityError")
      },
    })
    expect(keepDraft("ann", "q", { words: 1 })).toBe(false)
    expect(draftAt("ann", "q")).toBeNull()
    expect(draftsUnder("ann", "")).toEqual([])
    dropDraft("ann", "q")
  })
})
