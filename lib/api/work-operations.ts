import { assignClaims } from "../commands/assign-claims.ts"
import { endAssignments } from "../commands/end-assignments.ts"
import { keepClaim } from "../commands/keep-claim.ts"
import { leaveClaim } from "../commands/leave-claim.ts"
import { nextClaim } from "../commands/next-claim.ts"
import { orderQueue } from "../commands/order-queue.ts"
import { skipClaim } from "../commands/skip-claim.ts"
import { withdrawSkip } from "../commands/withdraw-skip.ts"
import { assignmentPreview } from "../queries/assignment-preview.ts"
import { queue } from "../queries/queue.ts"
import { workload } from "../queries/workload.ts"
import { operation } from "./operation.ts"

export const workOperations = {
  keepClaim: operation(
    keepClaim,
    "Let the queue keep a claim for who is at work on it",
    "`kept` is false when its time ran out before.",
  ),
  leaveClaim: operation(
    leaveClaim,
    "Give a claim back to the queue when one leaves its page",
    "A lease that was taken later stays.",
  ),
  nextClaim: operation(
    nextClaim,
    "Give the caller the next claim of the queue for some minutes",
    "And say why it is this one; null when none is left for them. Who has one that they have not labelled gets the same again, as in a second tab. What they had before ends.",
  ),
  queue: operation(queue, "What stands around the claim of the queue", "Its rule, its documents, and how far one is."),
  orderQueue: operation(orderQueue, "Choose by which rule the project's queue gives the next claim"),
  skipClaim: operation(
    skipClaim,
    "Pass a claim over in the queue with a reason",
    "Until one asks for the skipped ones again.",
  ),
  withdrawSkip: operation(withdrawSkip, "Put a claim that one skipped back into one's queue"),
  assignmentPreview: operation(
    assignmentPreview,
    "Who would get how many claims, before anything is assigned",
    "Nothing is stored.",
  ),
  assignClaims: operation(
    assignClaims,
    "Deal claims out to people, as evenly as can be",
    "What would be dealt out otherwise than it was shown is refused.",
  ),
  endAssignments: operation(
    endAssignments,
    "End what somebody has left of their assignments",
    "In one document or in all, and deal it out to others when some are named: each claim to one of them who has nothing to do with it yet. What they labelled stays theirs.",
  ),
  workload: operation(
    workload,
    "Who has how much to do",
    "Of everybody for who assigns work, of themselves for everybody else, who are told nothing of what others do or skip.",
  ),
}
