import { resumeWebhook } from "../../../../../../../../lib/commands/resume-webhook.ts"
import { write } from "../../../../../../../../lib/server/handler.ts"

export const POST = write(resumeWebhook)
