import { addSnapshot } from "../../../../../../../../lib/commands/add-snapshot.ts"
import { snapshots } from "../../../../../../../../lib/queries/snapshots.ts"
import { read, write } from "../../../../../../../../lib/server/handler.ts"
import { limits } from "../../../../../../../../lib/server/limits.ts"

export const GET = read((actor, { projectId, sourceId }) => snapshots(actor, projectId!, sourceId!))
export const POST = write(addSnapshot, limits.snapshot)
