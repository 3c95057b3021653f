import { chooseStyle } from "../../../../../../lib/commands/choose-style.ts"
import { citationStyle } from "../../../../../../lib/queries/citation-style.ts"
import { read, write } from "../../../../../../lib/server/handler.ts"

export const GET = read((actor, { projectId }) => citationStyle(actor, projectId!))
export const POST = write(chooseStyle)
