/** What a page may need its person for: to sign in again, or to confirm that it is still them. */
export type Asked = "session" | "proof"

type Host = (what: Asked, done: (given: boolean) => void) => void
let host: Host | null = null

/** For the part that asks people over a page: takes every such wish; answers how to stop. */
export function hostSessions(next: Host): () => void {
  host = next
  return () => {
    if (host === next) host = null
  }
}

const ask = (what: Asked): Promise<boolean> => new Promise(done => (host ? host(what, done) : done(false)))

/** Ask for a session over the page, so that what was typed on it stays; answers whether there is one again. */
export const askForSession = (): Promise<boolean> => ask("session")

/** Ask over the page for the password, and the code where there is one; answers whether they were given. */
export const askForProof = (): Promise<boolean> => ask("proof")
