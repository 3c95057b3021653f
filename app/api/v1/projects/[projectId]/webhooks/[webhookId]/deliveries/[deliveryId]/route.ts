import { webhookDelivery } from "../../../../../../../../../lib/queries/webhook-delivery.ts"
import { read } from "../../../../../../../../../lib/server/handler.ts"

export const GET = read((actor, { projectId, webhookId, deliveryId }) =>
  webhookDelivery(actor, projectId!, { webhookId: webhookId!, deliveryId: deliveryId! }),
)
