import { changeWebhook } from "../../../../../../../lib/commands/change-webhook.ts"
import { webhook } from "../../../../../../../lib/queries/webhook.ts"
import { read, write } from "../../../../../../../lib/server/handler.ts"

export const GET = read((actor, input) => webhook(actor, input["projectId"]!, input))
export const POST = write(changeWebhook)
