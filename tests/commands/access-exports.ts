import { uuidv7 } from "uuidv7"
import { cancelExport } from "../../lib/commands/cancel-export.ts"
import { importProject, inspectArchive } from "../../lib/commands/import-project.ts"
import { requestExport } from "../../lib/commands/request-export.ts"
import { retryExport } from "../../lib/commands/retry-export.ts"
import { exportJobs } from "../../lib/queries/export-jobs.ts"
import { exportedFile } from "../../lib/queries/exported-file.ts"
import { archiveOf, sent } from "../queries/archived.ts"
import { askedFor, madeFor } from "../queries/made-export.ts"
import { value } from "../queries/project.ts"
import { emptyArchive } from "../support/empty-archive.ts"
import { inProject } from "./access-inputs.ts"
import { type Row, row } from "./access-row.ts"
import type { Somebody } from "./everybody.ts"

/** Somebody's own act on an archive that they send. */
const withArchive = (command: typeof importProject | typeof inspectArchive): Row["call"] =>
  Object.assign((actor: Somebody, { bytes }: { bytes: Uint8Array }) => command(actor, sent(bytes)), {
    needs: command.needs,
  })

/** Files that are made in the background. Each is its asker's alone, so that everybody is tried with one of their own. */
export const exportRows: readonly Row[] = [
  row(
    "requestExport",
    "POST projects/[projectId]/exports",
    "ok ok ok ok not-found not-found signed-out",
    requestExport,
    async ({ projectId }) => ({ projectId, jobId: uuidv7(), format: "json", choice: { label: "disputed" } }),
  ),
  row(
    "cancelExport",
    "POST projects/[projectId]/exports/[jobId]/cancel",
    "ok ok ok ok not-found not-found signed-out",
    cancelExport,
    async ({ projectId }, by) => ({ projectId, jobId: await askedFor(by, projectId) }),
  ),
  row(
    "retryExport",
    "POST projects/[projectId]/exports/[jobId]/retry",
    "ok ok ok ok not-found not-found signed-out",
    retryExport,
    async ({ projectId }, by) => {
      const place = { projectId, jobId: await askedFor(by, projectId) }
      value(await cancelExport(by, place))
      return place
    },
  ),
  row(
    "exportJobs",
    "GET projects/[projectId]/exports",
    "ok ok ok ok not-found not-found signed-out",
    (actor, { projectId }: { projectId: string }) => exportJobs(actor, projectId),
    inProject,
  ),
  row(
    "exportedFile",
    "GET projects/[projectId]/exports/[jobId]/file",
    "ok ok ok ok not-found not-found signed-out",
    (actor, { projectId, jobId }: { projectId: string; jobId: string }) => exportedFile(actor, projectId, jobId),
    async ({ projectId }, by) => ({ projectId, jobId: await madeFor(by, projectId) }),
  ),
  row(
    "projectArchive",
    "GET projects/[projectId]/archive",
    "forbidden forbidden forbidden ok not-found not-found signed-out",
    (actor, { projectId }: { projectId: string }) => archiveOf(actor, projectId),
    inProject,
  ),
  row(
    "inspectArchive",
    "POST projects/archive/read",
    "ok ok ok ok ok ok signed-out",
    withArchive(inspectArchive),
    async () => ({ bytes: emptyArchive() }),
  ),
  row(
    "importProject",
    "POST projects/archive",
    "ok ok ok ok ok ok signed-out",
    withArchive(importProject),
    async () => ({ bytes: emptyArchive() }),
  ),
]
