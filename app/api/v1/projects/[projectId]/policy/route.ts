import { changePolicy } from "../../../../../../lib/commands/change-policy.ts"
import { policy } from "../../../../../../lib/queries/policy.ts"
import { read, write } from "../../../../../../lib/server/handler.ts"

export const GET = read((actor, { projectId }) => policy(actor, projectId!))
export const POST = write(changePolicy)
