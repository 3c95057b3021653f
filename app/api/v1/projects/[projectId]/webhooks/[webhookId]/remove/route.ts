import { removeWebhook } from "../../../../../../../../lib/commands/remove-webhook.ts"
import { write } from "../../../../../../../../lib/server/handler.ts"

export const POST = write(removeWebhook)
