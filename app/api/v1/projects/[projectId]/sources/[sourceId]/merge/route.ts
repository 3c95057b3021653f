import { mergeSources } from "../../../../../../../../lib/commands/merge-sources.ts"
import { write } from "../../../../../../../../lib/server/handler.ts"

export const POST = write(mergeSources)
