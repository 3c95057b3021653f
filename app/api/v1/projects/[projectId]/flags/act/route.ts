import { actOnFlags } from "../../../../../../../lib/commands/act-on-flags.ts"
import { write } from "../../../../../../../lib/server/handler.ts"

export const POST = write(actOnFlags)
