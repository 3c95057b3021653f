import { webhookPauseSentences } from "../../../../../lib/domain/webhook.ts"
import type { WebhookPage } from "../../../../../lib/queries/webhook.ts"
import { Chip } from "../../../../_ui/chip.tsx"
import { Time } from "../../../../_ui/time.tsx"

/** Whether messages are sent to a webhook, and if not why; how many of the last month's messages came to what. */
export function WebhookStanding({
  webhook: { pausedAt, pausedWhy, deliveries },
}: {
  webhook: Pick<WebhookPage["webhook"], "pausedAt" | "pausedWhy" | "deliveries">
}) {
  return (
    <div className="flex flex-wrap items-baseline gap-x-4 gap-y-1">
      {pausedAt && pausedWhy ? (
        <p>
          <Chip tone={pausedWhy === "person" ? "plain" : "danger"}>paused</Chip> since{" "}
          <Time at={pausedAt} precision="minute" />. {webhookPauseSentences[pausedWhy]}
        </p>
      ) : (
        <p>
          <Chip tone="documented">active</Chip>
        </p>
      )}
      <p className="figures text-sm text-soft">
        In 30 days: {deliveries.delivered} delivered, {deliveries.waiting} waiting, {deliveries["given-up"]} given up
      </p>
    </div>
  )
}
