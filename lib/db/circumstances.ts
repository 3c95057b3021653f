import { AsyncLocalStorage } from "node:async_hooks"

/** From where a request comes, as far as it is known. */
export interface Circumstances {
  readonly address: string
  readonly userAgent: string
  readonly requestId: string | null
}

const nowhere: Circumstances = { address: "", userAgent: "", requestId: null }

const kept = globalThis as { apparatusCircumstances?: AsyncLocalStorage<Circumstances> }
const storage = () => {
  kept.apparatusCircumstances ??= new AsyncLocalStorage()
  return kept.apparatusCircumstances
}

/** Do something for a request, so that what is written down of accounts meanwhile says from where it came. */
export const under = <T>(circumstances: Circumstances, work: () => T): T => storage().run(circumstances, work)

/** From where the request under way comes; empty where there is none, or where it came to a page. */
export const circumstances = (): Circumstances => storage().getStore() ?? nowhere
