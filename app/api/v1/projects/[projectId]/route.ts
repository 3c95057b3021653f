import { describeProject } from "../../../../../lib/commands/describe-project.ts"
import { projectOverview } from "../../../../../lib/queries/project-overview.ts"
import { read, write } from "../../../../../lib/server/handler.ts"

export const GET = read((actor, input) => projectOverview(actor, input["projectId"]!, input))
export const POST = write(describeProject)
