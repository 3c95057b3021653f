import { uuidv7 } from "uuidv7"
import { chooseExportNames } from "../../lib/commands/choose-export-names.ts"
import { limitExportNames } from "../../lib/commands/limit-export-names.ts"
import { row } from "./access-row.ts"

/** What exports call people. */
export const nameRows = [
  row(
    "chooseExportNames",
    "POST account/export-names",
    "ok ok ok ok ok ok signed-out",
    chooseExportNames,
    async () => ({ names: "pseudonym", orcid: "0000-0002-1825-0097" }),
  ),
  row(
    "limitExportNames",
    "POST projects/[projectId]/export-names",
    "forbidden forbidden forbidden ok not-found not-found signed-out",
    limitExportNames,
    async ({ projectId }) => ({ projectId, names: "none", seen: { names: "name" }, requestId: uuidv7() }),
  ),
]
