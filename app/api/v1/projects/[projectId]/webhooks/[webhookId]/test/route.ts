import { tryWebhook } from "../../../../../../../../lib/commands/try-webhook.ts"
import { write } from "../../../../../../../../lib/server/handler.ts"

export const POST = write(tryWebhook)
