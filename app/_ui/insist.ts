import type { ApiResult } from "./api.ts"

/** Milliseconds after which a write that got no answer is sent again; its request id makes it the same write. */
const patience = [400, 1_500]

/** Send a write, and again while the server can't be reached. The attempts have to be the same write. */
export async function insist<T>(
  attempt: () => Promise<ApiResult<T>>,
  [wait, ...further]: readonly number[] = patience,
): Promise<ApiResult<T>> {
  const result = await attempt()
  if (result.ok || result.failure.code !== "offline" || wait === undefined) return result
  await new Promise(go => setTimeout(go, wait))
  return insist(attempt, further)
}
