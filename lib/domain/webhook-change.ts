import type { WebhookEvent } from "./webhook-event.ts"

/** What the history says of a webhook. Of its address only the server: what follows may hold a secret. */
export interface WebhookState {
  readonly server: string
  readonly events: readonly WebhookEvent[]
  readonly paused: boolean
}

/** Changes of a project's webhooks. They are kept for ever, as all changes. */
export type WebhookChange =
  | { readonly kind: "webhook-added"; readonly webhookId: string; readonly webhook: WebhookState }
  | {
      readonly kind: "webhook-changed"
      readonly webhookId: string
      readonly before: WebhookState
      readonly after: WebhookState
      /** Whether another address is asked, which may be one on the same server. */
      readonly moved: boolean
    }
  | { readonly kind: "webhook-secret-renewed"; readonly webhookId: string; readonly server: string }
  | { readonly kind: "webhook-removed"; readonly webhookId: string; readonly webhook: WebhookState }
