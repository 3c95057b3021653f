import { withdrawMerge } from "../../../../../../../../../lib/commands/withdraw-merge.ts"
import { write } from "../../../../../../../../../lib/server/handler.ts"

export const POST = write(withdrawMerge)
