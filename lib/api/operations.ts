import { accountOperations } from "./account-operations.ts"
import type { OperationId } from "./addresses.ts"
import { apiOperations } from "./api-operations.ts"
import { claimOperations } from "./claim-operations.ts"
import { discussionOperations } from "./discussion-operations.ts"
import { evidenceOperations } from "./evidence-operations.ts"
import { exportOperations } from "./export-operations.ts"
import { flagOperations } from "./flag-operations.ts"
import { historyOperations } from "./history-operations.ts"
import { newsOperations } from "./news-operations.ts"
import type { Operation } from "./operation.ts"
import { projectOperations } from "./project-operations.ts"
import { textOperations } from "./text-operations.ts"
import { webhookOperations } from "./webhook-operations.ts"
import { workOperations } from "./work-operations.ts"

interface Area {
  readonly name: string
  readonly about: string
  readonly has: Partial<Record<OperationId, Operation>>
}

/** The operations by area, in the order in which one meets them, each area with what it is about. */
export const areas: readonly Area[] = [
  { name: "Projects", about: "Projects, their members, policy, blindness and norming rounds.", has: projectOperations },
  { name: "Texts", about: "Documents, their versions, and the units that a text is split into.", has: textOperations },
  { name: "Claims", about: "Claims, the labels that people give them, and decisions.", has: claimOperations },
  { name: "Evidence", about: "Sources, citations, grades, lineage, and the matrix of both.", has: evidenceOperations },
  { name: "Flags", about: "Passages that need work, and the flag desk.", has: flagOperations },
  {
    name: "Discussions",
    about: "What people say to each other about claims, flags and sources.",
    has: discussionOperations,
  },
  { name: "Work", about: "The queue, assignments, and what is left to do.", has: workOperations },
  {
    name: "Exports",
    about: "Claims in files, vetted ones unless others are asked for, at once or made in the background.",
    has: exportOperations,
  },
  { name: "History", about: "What happened, change by change.", has: historyOperations },
  { name: "News", about: "What concerns one, and what happens now.", has: newsOperations },
  {
    name: "Webhooks",
    about: "Addresses that are told what happened in a project, and the log of what was sent to them. For owners.",
    has: webhookOperations,
  },
  { name: "Account", about: "One's own account, and how one gets one.", has: accountOperations },
  { name: "API", about: "What the API says of itself.", has: apiOperations },
]

/** Every operation of the API. A name that has no address, or an address that has no operation, does not compile. */
export const operations = {
  ...projectOperations,
  ...textOperations,
  ...claimOperations,
  ...evidenceOperations,
  ...flagOperations,
  ...discussionOperations,
  ...workOperations,
  ...exportOperations,
  ...historyOperations,
  ...newsOperations,
  ...webhookOperations,
  ...accountOperations,
  ...apiOperations,
} satisfies Record<OperationId, Operation>
