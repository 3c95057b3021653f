import type { WebhookList } from "../../../../../lib/queries/webhooks.ts"
import { TextLink } from "../../../../_ui/text-link.tsx"
import { EventWords } from "./event-words.tsx"
import { WebhookStanding } from "./webhook-standing.tsx"

/** One webhook in the list, with how it stands. */
export function WebhookItem({ projectId, webhook }: { projectId: string; webhook: WebhookList["webhooks"][number] }) {
  return (
    <li className="grid gap-1 border-b border-rule py-4">
      <p className="text-lg break-all">
        <TextLink href={`/projects/${projectId}/webhooks/${webhook.id}`}>{webhook.address}</TextLink>
      </p>
      <p className="text-sm text-soft">
        <EventWords events={webhook.events} />
      </p>
      <WebhookStanding webhook={webhook} />
    </li>
  )
}
