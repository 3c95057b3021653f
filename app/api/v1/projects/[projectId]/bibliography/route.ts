import { bibliography } from "../../../../../../lib/queries/bibliography.ts"
import { read } from "../../../../../../lib/server/handler.ts"

export const GET = read((actor, { projectId }) => bibliography(actor, projectId!))
