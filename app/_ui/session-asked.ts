type Host = (done: (again: boolean) => void) => void
let host: Host | null = null

/** For the part that signs people in over a page: takes every wish for a session; answers how to stop. */
export function hostSessions(next: Host): () => void {
  host = next
  return () => {
    if (host === next) host = null
  }
}

/** Ask for a session over the page, so that what was typed on it stays; answers whether there is one again. */
export const askForSession = (): Promise<boolean> => new Promise(done => (host ? host(done) : done(false)))
