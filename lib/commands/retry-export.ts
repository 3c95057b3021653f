import { countWaiting, ownFile, reviveJob } from "../db/export-job-rows.ts"
import { mostExports } from "../domain/export-job.ts"
import { fail, ok } from "../domain/failure.ts"
import { exportPlace } from "../schema/export-input.ts"
import { keepingCommand } from "./command.ts"

/**
 * Make a file of one's own anew that failed, was cancelled or is no longer kept. What waits, is made or is there already
 * stays as it is, so that the same request twice begins it once.
 */
export const retryExport = keepingCommand("claims.export", exportPlace, async (pass, { jobId }) => {
  const waiting = await countWaiting(pass)
  const job = await ownFile(pass, jobId)
  if (!job) return fail({ code: "not-found" })
  const over = job.state === "failed" || job.state === "cancelled" || job.expired
  if (!over) return ok({ state: job.state })
  if (waiting >= mostExports) return fail({ code: "exports-full", most: mostExports })
  await reviveJob(pass, jobId)
  return ok({ state: "waiting" as const })
})
