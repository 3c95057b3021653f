import { addWebhook } from "../commands/add-webhook.ts"
import { changeWebhook } from "../commands/change-webhook.ts"
import { pauseWebhook } from "../commands/pause-webhook.ts"
import { removeWebhook } from "../commands/remove-webhook.ts"
import { renewWebhookSecret } from "../commands/renew-webhook-secret.ts"
import { resumeWebhook } from "../commands/resume-webhook.ts"
import { sendAgain, sendAllAgain } from "../commands/send-again.ts"
import { tryWebhook } from "../commands/try-webhook.ts"
import { webhook } from "../queries/webhook.ts"
import { webhookDelivery } from "../queries/webhook-delivery.ts"
import { webhooks } from "../queries/webhooks.ts"
import { operation } from "./operation.ts"
import { newSecret, webhookList, webhookMessage, webhookPage } from "./webhook-answers.ts"

export const webhookOperations = {
  webhooks: operation(
    webhooks,
    "The project's webhooks",
    "Each with how many of the last month's messages wait, were delivered and were given up. Its secret is in no answer but the one in which it was made.",
    { answer: webhookList },
  ),
  addWebhook: operation(
    addWebhook,
    "Tell an address what happens in the project from now on",
    "The address begins with https:// and is a name of the public internet. The secret that messages are signed with is in the answer and nowhere else; when the answer was lost, renew it.",
    { answer: newSecret },
  ),
  webhook: operation(
    webhook,
    "A webhook and its messages of the last month",
    "25 at once, the newest first, each with what came of its last sending.",
    { answer: webhookPage },
  ),
  changeWebhook: operation(
    changeWebhook,
    "Change where a webhook is and what it is told of",
    "What waits goes to the new address.",
  ),
  pauseWebhook: operation(
    pauseWebhook,
    "Send nothing to a webhook until it is resumed",
    "What happens meanwhile is remembered.",
  ),
  resumeWebhook: operation(
    resumeWebhook,
    "Send to a webhook again",
    "What waits is sent; with `missed` as “send” what happened since it was paused as well, with “skip” only what happens from now on.",
  ),
  renewWebhookSecret: operation(
    renewWebhookSecret,
    "Sign a webhook's messages with a new secret",
    "It is in the answer and nowhere else. For a day messages are signed with the one before as well, so that the receiver can take up the new one without missing any.",
    { answer: newSecret },
  ),
  removeWebhook: operation(
    removeWebhook,
    "Tell an address nothing more",
    "What still waits is never sent, and its log goes. The project's history keeps that it was there.",
  ),
  tryWebhook: operation(
    tryWebhook,
    "Send a webhook a message that tells of nothing",
    "To see whether it arrives. It is signed, tried again and logged like any other.",
  ),
  sendAllAgain: operation(
    sendAllAgain,
    "Send all messages again that were given up",
    "The oldest first, 2,000 at once; the answer says how many.",
  ),
  webhookDelivery: operation(
    webhookDelivery,
    "A message to a webhook, as it is sent, with every sending of it",
    "The last sending first, each with its status, how long it took, why it was in vain, and the beginning of the answer.",
    { answer: webhookMessage },
  ),
  sendAgain: operation(
    sendAgain,
    "Send a message again that was delivered or given up",
    "Under its own id, so that its receiver knows it.",
  ),
}
