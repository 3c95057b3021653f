import type { Metadata } from "next"
import { notFound, redirect } from "next/navigation"
import { serverOf } from "../../../../../lib/domain/webhook.ts"
import { type WebhookPage as Found, webhook as webhookQuery } from "../../../../../lib/queries/webhook.ts"
import { pageActor } from "../../../../../lib/server/actor.ts"
import { limits } from "../../../../../lib/server/limits.ts"
import { ButtonLink } from "../../../../_ui/button-link.tsx"
import { EmptyState } from "../../../../_ui/empty-state.tsx"
import { Time } from "../../../../_ui/time.tsx"
import { listAddress } from "../../_components/list-address.ts"
import { ChangeWebhook } from "../_components/change-webhook.tsx"
import { EventWords } from "../_components/event-words.tsx"
import { FollowMessages } from "../_components/follow-messages.tsx"
import { MessageLog } from "../_components/message-log.tsx"
import { SwitchedOff } from "../_components/switched-off.tsx"
import { WebhookActs } from "../_components/webhook-acts.tsx"
import { WebhookFrame } from "../_components/webhook-frame.tsx"
import { WebhookStanding } from "../_components/webhook-standing.tsx"

export const metadata: Metadata = { title: "Webhook" }

interface Props {
  readonly params: Promise<{ projectId: string; webhookId: string }>
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** A webhook: how it stands, what can be done with it, and the log of its messages. */
export default async function WebhookPage({ params, searchParams }: Props) {
  const { projectId, webhookId } = await params
  const path = `/projects/${projectId}/webhooks/${webhookId}`
  const { after } = await searchParams
  const actor = await pageActor()
  const found = await webhookQuery(actor, projectId, { webhookId, ...(typeof after === "string" && { after }) })
  if (!found.ok && found.failure.code === "invalid" && after) redirect(path)
  if (!found.ok && found.failure.code !== "forbidden") notFound()
  if (!found.ok) return <WebhookFrame person={actor} projectId={projectId} title="Webhook" refused={found.failure} />
  const { project, webhook, messages, after: further } = found.value
  const { address, events, version, createdBy, createdAt, earlierUntil, pausedAt, deliveries } = webhook
  return (
    <WebhookFrame
      person={actor}
      projectId={projectId}
      project={project}
      title={<span className="break-all">{serverOf(address).replace("https://", "")}</span>}
      below={[{ label: serverOf(address).replace("https://", "") }]}
      actions={
        <ChangeWebhook
          projectId={projectId}
          webhookId={webhookId}
          words={{ address, events: [...events] }}
          version={version}
        />
      }
    >
      <SwitchedOff off={limits.webhooksOff} />
      <FollowMessages waits={limits.webhooksOff || pausedAt ? "" : soonSent(messages)} />
      <div className="mb-6 grid gap-2">
        <p className="text-lg break-all">{address}</p>
        <p className="text-soft">
          <EventWords events={events} />. Made by {createdBy} on <Time at={createdAt} />.
          {earlierUntil && (
            <>
              {" "}
              Signed with the secret before as well until <Time at={earlierUntil} precision="minute" />.
            </>
          )}
        </p>
        <WebhookStanding webhook={webhook} />
      </div>
      <WebhookActs
        projectId={projectId}
        webhookId={webhookId}
        paused={pausedAt !== null}
        givenUp={deliveries["given-up"]}
      />
      <section aria-labelledby="log" className="mt-10">
        <h2 id="log" className="mb-4 font-text text-2xl">
          Messages
        </h2>
        {messages.length === 0 ? (
          <EmptyState title="Nothing was sent yet">
            What happens from now on is told. A test message shows whether it arrives.
          </EmptyState>
        ) : (
          <>
            <MessageLog path={path} messages={messages} />
            {(further || after) && (
              <nav aria-label="Parts of the log" className="flex flex-wrap justify-end gap-2 py-3">
                {after && (
                  <ButtonLink href={path} size="small">
                    Newest
                  </ButtonLink>
                )}
                {further && (
                  <ButtonLink href={listAddress(path, { after: further })} rel="next" size="small">
                    Older
                  </ButtonLink>
                )}
              </nav>
            )}
          </>
        )}
      </section>
    </WebhookFrame>
  )
}

/** Which messages are sent within the next moments, so that what comes of them is worth waiting for. */
const soonSent = (messages: Found["messages"]) =>
  messages
    .filter(({ nextAt }) => nextAt && nextAt.getTime() < Date.now() + 10_000)
    .map(({ id, attempts }) => `${id} ${attempts}`)
    .join()
