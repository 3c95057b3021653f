import { placeUnit } from "../../../../../../../../lib/commands/place-unit.ts"
import { write } from "../../../../../../../../lib/server/handler.ts"

export const POST = write(placeUnit)
