import * as z from "zod"
import { addressTrouble } from "../domain/webhook.ts"
import { webhookEvents } from "../domain/webhook-event.ts"
import { after } from "./list-filter.ts"
import { inProject, line, rowId } from "./place.ts"

const address = line(2_000).superRefine((words, context) => {
  const trouble = addressTrouble(words)
  if (trouble) context.addIssue({ code: "custom", message: trouble })
})

/** Where a webhook is, and what it is told of, in the order of the list. */
export const webhookWords = z.strictObject({
  address,
  events: z
    .array(z.enum(webhookEvents))
    .min(1, "Choose at least one thing that it is told of.")
    .max(webhookEvents.length)
    .transform(chosen => webhookEvents.filter(event => chosen.includes(event))),
})

export const newWebhook = inProject.extend({ id: rowId(), ...webhookWords.shape })
export const webhookRevision = inProject.extend({
  webhookId: rowId(),
  version: z.int().min(1),
  ...webhookWords.shape,
})
export const webhookChoice = inProject.extend({ webhookId: rowId() })

/** How it goes on after a pause: with what happened meanwhile, or with what happens from now on. */
export const webhookResumption = webhookChoice.extend({ missed: z.enum(["send", "skip"]) })

/** A message to be sent; its id is its caller's making, so that the same request twice is one message. */
export const webhookTrial = z.strictObject({ projectId: rowId(), webhookId: rowId(), id: rowId() })
export const webhookPlace = z.strictObject({ projectId: rowId(), webhookId: rowId() })
export const deliveryPlace = webhookPlace.extend({ deliveryId: rowId() })

/** Which part of a webhook's log is asked for, by an address. */
export const deliveryLog = z.object({ projectId: rowId(), webhookId: rowId(), after })
