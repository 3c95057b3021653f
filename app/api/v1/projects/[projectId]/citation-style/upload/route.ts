import { uploadStyle } from "../../../../../../../lib/commands/upload-style.ts"
import { write } from "../../../../../../../lib/server/handler.ts"
import { limits } from "../../../../../../../lib/server/limits.ts"
export const POST = write(uploadStyle, limits.style)
