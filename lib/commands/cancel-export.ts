import { cancelJob, ownFile } from "../db/export-job-rows.ts"
import { fail, ok } from "../domain/failure.ts"
import { exportPlace } from "../schema/export-input.ts"
import { keepingCommand } from "./command.ts"

/** Stop a file of one's own that waits or is made. What has ended stays as it is; the answer says how it stands. */
export const cancelExport = keepingCommand("claims.export", exportPlace, async (pass, { jobId }) => {
  await cancelJob(pass, jobId)
  const job = await ownFile(pass, jobId)
  return job ? ok({ state: job.state }) : fail({ code: "not-found" })
})
