import { assignmentPreview } from "../../../../../../../../lib/queries/assignment-preview.ts"
import { write } from "../../../../../../../../lib/server/handler.ts"

export const POST = write(assignmentPreview)
