import * as z from "zod"
import { deliveryStates } from "../domain/webhook.ts"
import { webhookEvents } from "../domain/webhook-event.ts"
import { receipt } from "./answers.ts"

const id = z.uuid()
const time = z.iso.datetime()
const count = z.int().min(0)
const open = z.looseObject

export const newSecret = receipt.extend({
  secret: z
    .string()
    .optional()
    .describe("“whsec_” and 32 bytes in base64. Shown here and never again; left out when the request is repeated."),
})

const webhook = open({
  id,
  address: z.string(),
  events: z.array(z.enum(webhookEvents)),
  createdBy: z.string(),
  createdAt: time,
  pausedAt: time.nullable(),
  pausedWhy: z
    .enum(["person", "gone", "failing", "secret"])
    .nullable()
    .describe(
      "By a person; because the receiver answered 410; because five messages in a row were given up; because the secret can't be read with this server's key.",
    ),
  earlierUntil: time.nullable().describe("Until when messages are signed with the secret before as well."),
  version: z.int(),
  deliveries: z.record(z.enum(deliveryStates), count),
})

const message = open({
  id: id.describe("The message's own, in the header webhook-id: the same each time it is sent."),
  event: z.string(),
  state: z.enum(deliveryStates),
  attempts: count,
  createdAt: time,
  nextAt: time.nullable(),
  endedAt: time.nullable(),
  status: z.int().nullable().describe("Of the last sending; null when nothing was answered."),
  trouble: z.string().nullable().describe("Why the last sending was in vain; null when it was not."),
  milliseconds: count.nullable(),
})

export const webhookList = open({ project: z.string(), webhooks: z.array(webhook) })
export const webhookPage = open({
  project: z.string(),
  webhook,
  messages: z.array(message),
  after: z.string().nullable().describe("The cursor for the next 25; null at the end of the log."),
})
export const webhookMessage = open({
  project: z.string(),
  message: message.extend({ body: z.string().describe("In the very characters that are signed and sent.") }),
  attempts: z.array(
    open({
      number: z.int().min(1),
      at: time,
      milliseconds: count,
      status: z.int().nullable(),
      trouble: z.string().nullable(),
      answer: z.string().describe("The beginning of what was answered, 500 characters at most."),
    }),
  ),
})
