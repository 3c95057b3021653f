import { exportedFile } from "../../../../../../../../lib/queries/exported-file.ts"
import { read } from "../../../../../../../../lib/server/handler.ts"
import { pieced } from "../../../../../../../../lib/server/pieced.ts"

export const GET = read(async (actor, { projectId, jobId }) => {
  const file = await exportedFile(actor, projectId!, jobId!)
  return file.ok ? pieced(file.value) : file
})
