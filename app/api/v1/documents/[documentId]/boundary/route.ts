import { moveBoundary } from "../../../../../../lib/commands/move-boundary.ts"
import { write } from "../../../../../../lib/server/handler.ts"

export const POST = write(moveBoundary)
