import { pauseWebhook } from "../../../../../../../../lib/commands/pause-webhook.ts"
import { write } from "../../../../../../../../lib/server/handler.ts"

export const POST = write(pauseWebhook)
