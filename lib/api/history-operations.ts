import { activity } from "../queries/activity.ts"
import { beforeAfter } from "../queries/before-after.ts"
import { claimHistory } from "../queries/claim-history.ts"
import { documentHistory } from "../queries/document-history.ts"
import { projectLog } from "../queries/project-log.ts"
import { operation } from "./operation.ts"

export const historyOperations = {
  claimHistory: operation(
    claimHistory,
    "What happened to a passage",
    "Live or retired, and to what it came from: what was said of it, how it was cut, its flags, links with other claims, and what brought its verdict down. 50 at once, the newest first.",
  ),
  documentHistory: operation(documentHistory, "What happened in a document and to it, 50 at once, the newest first"),
  activity: operation(activity, "What happened in a project, 50 at once, the newest first"),
  projectLog: operation(
    projectLog,
    "The head of a project's log, and whether another one is a head of it",
    "`head` as an exported file states it. `asked.state` is null when the log never had it; `sound` says whether all changes that it covers still are what was stored.",
  ),
  beforeAfter: operation(
    beforeAfter,
    "What one change changed",
    "Before and after, and what of it the caller can bring back. `claim` names the passage in whose history it is looked at, where more may be seen of what the passage came from. `streamId` is the id of the document, or of the project for a change of the project itself.",
  ),
}
