import { beginRound } from "../../../../../../lib/commands/begin-round.ts"
import { rounds } from "../../../../../../lib/queries/rounds.ts"
import { read, write } from "../../../../../../lib/server/handler.ts"

export const GET = read((actor, { projectId }) => rounds(actor, projectId!))
export const POST = write(beginRound)
