import { citationSample } from "../../../../../../../lib/queries/citation-style.ts"
import { read } from "../../../../../../../lib/server/handler.ts"

export const GET = read((actor, { projectId, ...choice }) => citationSample(actor, projectId!, choice))
