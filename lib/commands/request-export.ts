import { countWaiting, jobAsked, saveNewJob } from "../db/export-job-rows.ts"
import { mostExports } from "../domain/export-job.ts"
import { fail, ok } from "../domain/failure.ts"
import { exportFilter, exportRequest } from "../schema/export-input.ts"
import { parse } from "../schema/parse.ts"
import { keepingCommand } from "./command.ts"

/**
 * Ask for a file that is made in the background. It changes nothing that others see, so that the project's history does
 * not tell of it, as it tells of no download.
 */
export const requestExport = keepingCommand("claims.export", exportRequest, async (pass, { jobId, format, choice }) => {
  const read = parse(exportFilter, choice)
  if (!read.ok) return read
  const words = Object.fromEntries(
    Object.entries(choice)
      .filter(([, word]) => word)
      .sort(),
  ) as Record<string, string>
  const waiting = await countWaiting(pass)
  const known = await jobAsked(pass, jobId)
  if (known) {
    const same =
      known.projectId === pass.projectId &&
      known.personId === pass.actor.id &&
      known.format === format &&
      JSON.stringify(Object.entries(known.choice as object).sort()) === JSON.stringify(Object.entries(words))
    return same ? ok({ jobId }) : fail({ code: "request-reused" })
  }
  if (waiting >= mostExports) return fail({ code: "exports-full", most: mostExports })
  await saveNewJob(pass, { id: jobId, format, choice: words })
  return ok({ jobId })
})
