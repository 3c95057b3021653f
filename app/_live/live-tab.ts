import type { LiveEvent } from "../../lib/domain/live.ts"
import { heard, type LiveState, nothingHeard } from "./live-state.ts"
import { type LinkStatus, StreamLink } from "./stream-link.ts"

/** What a tab knows of the world outside: the projects' revisions, who is here, and whether the server is reached. */
export interface TabState {
  readonly live: LiveState
  readonly status: LinkStatus
  /** The browser's stream, whichever of its tabs holds it; empty while there is none. */
  readonly streamId: string
}

/** What the tabs of one browser say to one another. */
type TabNews =
  | { readonly kind: "want"; readonly tab: string; readonly projectId: string | null }
  /** A tab that just took the stream over asks who wants what. */
  | { readonly kind: "who" }
  | { readonly kind: "look" }
  | { readonly kind: "event"; readonly event: LiveEvent }
  | { readonly kind: "all"; readonly state: TabState }

const name = "apparatus-live"

/**
 * The tab's end of the one stream that all tabs of a browser share. The tab that gets the lock holds the stream and
 * hands on what it hears; when it is closed, the browser gives the lock to another one. Without locks (they need https
 * or this machine itself) each tab has a stream of its own.
 */
export class LiveTab {
  /** Names this tab among others. */
  readonly id: string = crypto.randomUUID()
  #state: TabState = { live: nothingHeard, status: "connecting", streamId: "" }
  readonly #listeners = new Set<() => void>()
  readonly #wants = new Map<string, string>()
  #channel: BroadcastChannel | null = null
  #link: StreamLink | null = null
  #started = false

  get state(): TabState {
    return this.#state
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Hear of a project from now; null when the tab has left it. */
  want(projectId: string | null): void {
    this.#start()
    if (projectId) this.#wants.set(this.id, projectId)
    else this.#wants.delete(this.id)
    this.#say({ kind: "want", tab: this.id, projectId })
    this.#follow()
  }

  #start(): void {
    if (this.#started) return
    this.#started = true
    const look = () => {
      if (document.visibilityState === "hidden") return
      this.#say({ kind: "look" })
      this.#link?.look()
    }
    document.addEventListener("visibilitychange", look)
    addEventListener("online", look)
    addEventListener("offline", () => this.#link?.lost())
    addEventListener("pageshow", look)
    addEventListener("pagehide", () => this.#say({ kind: "want", tab: this.id, projectId: null }))
    if (!navigator.locks) {
      this.#lead()
      return
    }
    this.#channel = new BroadcastChannel(name)
    this.#channel.onmessage = ({ data }: MessageEvent<TabNews>) => this.#heard(data)
    // Never let go by itself: the browser does that when the tab is closed.
    navigator.locks.request(name, () => {
      this.#lead()
      return new Promise(() => {})
    })
  }

  #lead(): void {
    this.#link = new StreamLink(
      {
        fetch: (path, signal) => fetch(path, { signal, cache: "no-store", headers: { Accept: "text/event-stream" } }),
        after: (milliseconds, then) => {
          const timer = setTimeout(then, milliseconds)
          return () => clearTimeout(timer)
        },
        now: Date.now,
        chance: Math.random,
      },
      {
        event: event => {
          this.#say({ kind: "event", event })
          this.#set({ ...this.#state, live: heard(this.#state.live, event) })
        },
        status: (status, streamId) => {
          this.#set({ ...this.#state, status, streamId })
          this.#say({ kind: "all", state: this.#state })
        },
      },
    )
    this.#say({ kind: "who" })
    this.#follow()
  }

  #heard(news: TabNews): void {
    if (news.kind === "who" && this.#wants.has(this.id))
      this.#say({ kind: "want", tab: this.id, projectId: this.#wants.get(this.id)! })
    if (this.#link) {
      if (news.kind === "look") this.#link.look()
      if (news.kind !== "want") return
      if (news.projectId) this.#wants.set(news.tab, news.projectId)
      else this.#wants.delete(news.tab)
      this.#follow()
      if (news.projectId) this.#say({ kind: "all", state: this.#state })
    } else if (news.kind === "event") this.#set({ ...this.#state, live: heard(this.#state.live, news.event) })
    else if (news.kind === "all") this.#set(news.state)
  }

  #follow(): void {
    this.#link?.want([...new Set(this.#wants.values())].sort())
  }

  #say(news: TabNews): void {
    this.#channel?.postMessage(news)
  }

  #set(state: TabState): void {
    this.#state = state
    for (const listener of this.#listeners) listener()
  }
}

let tab: LiveTab | null = null

/** This tab's; made in the browser when it is first asked for. */
export function liveTab(): LiveTab {
  tab ??= new LiveTab()
  return tab
}
