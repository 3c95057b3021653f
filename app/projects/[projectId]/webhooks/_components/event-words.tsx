import { type WebhookEvent, webhookEvents } from "../../../../../lib/domain/webhook-event.ts"

/** What a webhook is told of, in one line. */
export function EventWords({ events }: { events: readonly WebhookEvent[] }) {
  if (events.length === webhookEvents.length) return "Told of everything"
  return <>Told of {events.join(", ")}</>
}
