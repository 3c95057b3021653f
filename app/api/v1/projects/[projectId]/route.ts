import { describeProject } from "../../../../../lib/commands/describe-project.ts"
import { projectOverview } from "../../../../../lib/queries/project-overview.ts"
import { read, write } from "../../../../../lib/server/handler.ts"

export const GET = read((actor, { projectId, page }) =>
  projectOverview(actor, projectId!, Math.max(1, Math.trunc(Number(page)) || 1)),
)
export const POST = write(describeProject)
