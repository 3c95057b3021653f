import { policyPreview } from "../../../../../../../lib/queries/policy-preview.ts"
import { write } from "../../../../../../../lib/server/handler.ts"

export const POST = write(policyPreview)
