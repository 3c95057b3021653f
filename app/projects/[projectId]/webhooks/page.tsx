import type { Metadata } from "next"
import { notFound } from "next/navigation"
import { mostWebhooks } from "../../../../lib/domain/webhook.ts"
import { webhooks } from "../../../../lib/queries/webhooks.ts"
import { pageActor } from "../../../../lib/server/actor.ts"
import { limits } from "../../../../lib/server/limits.ts"
import { EmptyState } from "../../../_ui/empty-state.tsx"
import { AddWebhook } from "./_components/add-webhook.tsx"
import { SwitchedOff } from "./_components/switched-off.tsx"
import { WebhookFrame } from "./_components/webhook-frame.tsx"
import { WebhookItem } from "./_components/webhook-item.tsx"

export const metadata: Metadata = { title: "Webhooks" }

/** Where the project tells programs what happens in it. For owners. */
export default async function WebhooksPage({ params }: { params: Promise<{ projectId: string }> }) {
  const { projectId } = await params
  const actor = await pageActor()
  const found = await webhooks(actor, projectId)
  if (!found.ok && found.failure.code !== "forbidden") notFound()
  if (!found.ok) return <WebhookFrame person={actor} projectId={projectId} title="Webhooks" refused={found.failure} />
  const { project, webhooks: list } = found.value
  const add = list.length < mostWebhooks && <AddWebhook projectId={projectId} />
  return (
    <WebhookFrame
      person={actor}
      projectId={projectId}
      project={project}
      title="Webhooks"
      lede="Addresses that are told what happens in this project, as it happens, so that a program elsewhere can follow it."
      actions={list.length > 0 && add}
    >
      <SwitchedOff off={limits.webhooksOff} />
      {list.length === 0 ? (
        <EmptyState title="No webhooks yet" action={add}>
          A message says what happened where, in ids alone: no names, no labels, no texts. What it is about, a program
          asks the programming interface, with a token of its own.
        </EmptyState>
      ) : (
        <ul className="border-t border-rule">
          {list.map(webhook => (
            <WebhookItem key={webhook.id} projectId={projectId} webhook={webhook} />
          ))}
        </ul>
      )}
    </WebhookFrame>
  )
}
