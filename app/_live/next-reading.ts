/** How a page stands to the changes of its project. */
export interface Standing {
  /** Changes that the server has told of; null until it has. */
  readonly known: number | null
  /** Changes that what is shown has taken in. */
  readonly shown: number
  /** A reading or a write of one's own is under way; both end with a reading. */
  readonly busy: boolean
  /** Somebody writes, has selected something or has a dialog open, or is not there. */
  readonly held: boolean
  /** When the last reading was done and how long it took, in milliseconds; `doneAt` is null before the first. */
  readonly doneAt: number | null
  readonly took: number
  /** News is left alone until then. */
  readonly notBefore: number
  readonly now: number
}

/** What to do: nothing; read again now or in a while; or say that there is something, and wait to be asked. */
export type Next = { readonly do: "nothing" | "read" | "tell" } | { readonly do: "wait"; readonly milliseconds: number }

const least = 400
const most = 5_000

/**
 * What to do about the news. A page reads at once, and then as rarely as its readings are slow: it spends no
 * more than a tenth of the time on them, so that many people at work on a long text don't wear out the server. A server
 * that is very slow makes nobody wait for longer than five seconds more.
 */
export function nextReading({ known, shown, busy, held, doneAt, took, notBefore, now }: Standing): Next {
  if (known === null || known <= shown) return { do: "nothing" }
  if (busy) return { do: "nothing" }
  if (held) return { do: "tell" }
  const due = Math.max(notBefore, doneAt === null ? 0 : doneAt + Math.min(most, Math.max(least, 9 * took)))
  return now >= due ? { do: "read" } : { do: "wait", milliseconds: due - now }
}
