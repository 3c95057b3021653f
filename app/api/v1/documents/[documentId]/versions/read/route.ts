import { versionPreview } from "../../../../../../../lib/queries/version-preview.ts"
import { longWrite } from "../../../../../../../lib/server/handler.ts"
import { limits } from "../../../../../../../lib/server/limits.ts"

export const POST = longWrite(
  versionPreview(() => limits.text),
  Math.ceil((limits.text * 4) / 3) + 65_536,
)
