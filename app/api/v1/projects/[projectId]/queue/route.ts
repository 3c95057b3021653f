import { orderQueue } from "../../../../../../lib/commands/order-queue.ts"
import { queue } from "../../../../../../lib/queries/queue.ts"
import { read, write } from "../../../../../../lib/server/handler.ts"

export const GET = read((actor, { projectId, ...filter }) => queue(actor, projectId!, filter))
export const POST = write(orderQueue)
