import { type ApiFailure, type ApiResult, api } from "../../../_ui/api.ts"
import type { Attempt } from "../../../_ui/use-api-form.ts"
import type { Seen } from "../../../_ui/use-shared-form.ts"

/** How a form saves something at an address that counts its versions, each save raising the version by one. */
export const versionedAt = <Words extends object, Answer>(path: string) => ({
  send: (words: Words, { requestId }: Attempt, version: number): Promise<ApiResult<Answer>> =>
    api.post<Answer>(path, { requestId, version, ...words }),
  current: (failure: ApiFailure): Seen<Words> => {
    const { version, ...words } = failure["current"] as Words & { version: number }
    return { words: words as unknown as Words, token: version }
  },
  next: (version: number) => version + 1,
})
