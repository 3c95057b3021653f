import { placeFlag } from "../../../../../../../../lib/commands/place-flag.ts"
import { write } from "../../../../../../../../lib/server/handler.ts"

export const POST = write(placeFlag)
