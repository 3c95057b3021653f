import { fetchedFile } from "../../../../../../../lib/queries/file-preview.ts"
import { write } from "../../../../../../../lib/server/handler.ts"
import { limits } from "../../../../../../../lib/server/limits.ts"

export const POST = write(fetchedFile(() => ({ limit: limits.text, off: limits.fetchOff })))
