import { renewWebhookSecret } from "../../../../../../../../lib/commands/renew-webhook-secret.ts"
import { write } from "../../../../../../../../lib/server/handler.ts"

export const POST = write(renewWebhookSecret)
