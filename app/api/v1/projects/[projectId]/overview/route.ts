import { overview } from "../../../../../../lib/queries/overview.ts"
import { read } from "../../../../../../lib/server/handler.ts"

export const GET = read((actor, input) => overview(actor, input["projectId"]!, input))
