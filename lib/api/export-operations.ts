import { cancelExport } from "../commands/cancel-export.ts"
import { requestExport } from "../commands/request-export.ts"
import { retryExport } from "../commands/retry-export.ts"
import { exportFile } from "../queries/export-file.ts"
import { exportJobs } from "../queries/export-jobs.ts"
import { exportPreview } from "../queries/export-preview.ts"
import { exportLineSchema, exportSchema } from "../queries/export-schema.ts"
import { exportedFile } from "../queries/exported-file.ts"
import { exportList } from "./answers.ts"
import { operation } from "./operation.ts"

export const exportOperations = {
  exportFile: operation(
    exportFile,
    "Write claims into a file, vetted ones unless others are asked for",
    "All of the project's, or those that a choice leaves; `state` asks for others than vetted ones, as one moment shows them. A document that can't be read or written is missing in it; the name of such a file says that it is incomplete. More claims than are handed out at once are refused with the code export-too-big: ask for a file in the background then.",
    { media: ["*/*"] },
  ),
  exportPreview: operation(
    exportPreview,
    "What a file of claims would hold and what it would leave out",
    "The counts of it all, the first claims as they would stand in the file, and the claims that are left out, by why.",
  ),
  cancelExport: operation(
    cancelExport,
    "Stop a file of one's own that waits or is made",
    "What has ended stays as it is; the answer says how it stands.",
  ),
  exportedFile: operation(
    exportedFile,
    "A file that somebody asked for and that is made",
    "It is theirs alone, while they may export from the project and while nothing is hidden from them that was open when it was made.",
    { media: ["*/*"] },
  ),
  retryExport: operation(
    retryExport,
    "Make a file of one's own anew that failed, was cancelled or is no longer kept",
    "What waits, is made or is there already stays as it is, so that the same request twice begins it once.",
  ),
  exportJobs: operation(
    exportJobs,
    "The files that somebody asked for in a project, and how far each is",
    "They see their own only.",
    { answer: exportList },
  ),
  requestExport: operation(
    requestExport,
    "Ask for a file that is made in the background",
    "The caller makes its id, so that the same request twice is one file. It changes nothing that others see, so that the project's history does not tell of it.",
  ),
  exportLineSchema: operation(
    exportLineSchema,
    "The JSON schema of a line of the export as JSON Lines",
    "Holds nothing of any project.",
    { media: ["application/schema+json"] },
  ),
  exportSchema: operation(exportSchema, "The JSON schema of the export as JSON", "Holds nothing of any project.", {
    media: ["application/schema+json"],
  }),
}
