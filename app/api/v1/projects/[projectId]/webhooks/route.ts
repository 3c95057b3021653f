import { addWebhook } from "../../../../../../lib/commands/add-webhook.ts"
import { webhooks } from "../../../../../../lib/queries/webhooks.ts"
import { read, write } from "../../../../../../lib/server/handler.ts"

export const GET = read((actor, { projectId }) => webhooks(actor, projectId!))
export const POST = write(addWebhook)
