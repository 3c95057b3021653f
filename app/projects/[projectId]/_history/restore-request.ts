import { uuidv7 } from "uuidv7"
import type { RestoreRequest } from "../../../../lib/domain/restoration.ts"
import { type ApiResult, api } from "../../../_ui/api.ts"

/** The ids of one attempt, which stay the same when it is sent again. */
export interface RestoreIds {
  readonly requestId: string
  readonly id: string
}

export const newRestoreIds = (): RestoreIds => ({ requestId: uuidv7(), id: uuidv7() })

/** Asks for something to be brought back, by the very addresses at which it is given for the first time. */
export function sendRestoration(
  projectId: string,
  documentId: string | null,
  ask: RestoreRequest,
  { requestId, id }: RestoreIds,
): Promise<ApiResult<unknown>> {
  const project = `/projects/${projectId}`
  const document = `/documents/${documentId}`
  switch (ask.what) {
    case "label": {
      const { unitId, seen, label, confidence, rationale, said } = ask
      return api.post(`${document}/annotation`, { unitId, seen, label, confidence, rationale, said, id, requestId })
    }
    case "decision": {
      const { unitId, seen, label, reason } = ask
      return api.post(`${document}/adjudication`, { unitId, seen, label, reason, id, requestId })
    }
    case "citation":
      return api.post(`${document}/citations/${ask.citationId}`, { version: ask.version, ...ask.words, requestId })
    case "withdrawn-citation":
      return api.post(`${document}/citations/${ask.citationId}/restore`, { version: ask.version, requestId })
    case "withdrawn-flag":
      return api.post(`${document}/flags/${ask.flagId}/restore`, { version: ask.version, requestId })
    case "passages":
      return api.post(`${document}/restore`, { unitId: ask.unitId, version: ask.version, requestId })
    case "provenance":
      return api.post(`${project}/documents/${ask.documentId}`, { version: ask.version, ...ask.words, requestId })
    case "project":
      return api.post(project, { version: ask.version, ...ask.words, requestId })
    case "policy":
      return api.post(`${project}/policy`, { version: ask.version, ...ask.words, requestId })
    case "source":
      return api.post(`${project}/sources/${ask.sourceId}`, { version: ask.version, ...ask.words, requestId })
  }
}
