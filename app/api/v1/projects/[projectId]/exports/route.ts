import { requestExport } from "../../../../../../lib/commands/request-export.ts"
import { exportJobs } from "../../../../../../lib/queries/export-jobs.ts"
import { read, write } from "../../../../../../lib/server/handler.ts"

export const GET = read((actor, { projectId }) => exportJobs(actor, projectId!))
export const POST = write(requestExport)
