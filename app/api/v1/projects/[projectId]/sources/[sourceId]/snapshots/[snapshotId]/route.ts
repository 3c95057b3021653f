import { snapshotFile } from "../../../../../../../../../lib/queries/snapshot-file.ts"
import { download } from "../../../../../../../../../lib/server/download.ts"
import { read } from "../../../../../../../../../lib/server/handler.ts"

export const GET = read(async (actor, { projectId, sourceId, snapshotId }) => {
  const file = await snapshotFile(actor, projectId!, sourceId!, snapshotId!)
  return file.ok ? download(file.value) : file
})
