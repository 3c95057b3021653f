import type { Metadata } from "next"
import { notFound } from "next/navigation"
import { deliveryStateWords, deliveryTroubleSentences, serverOf } from "../../../../../../../lib/domain/webhook.ts"
import { webhookDelivery } from "../../../../../../../lib/queries/webhook-delivery.ts"
import { pageActor } from "../../../../../../../lib/server/actor.ts"
import { Time } from "../../../../../../_ui/time.tsx"
import { FollowMessages } from "../../../_components/follow-messages.tsx"
import { SendAgain } from "../../../_components/send-again.tsx"
import { WebhookFrame } from "../../../_components/webhook-frame.tsx"

export const metadata: Metadata = { title: "Message to a webhook" }

interface Props {
  readonly params: Promise<{ projectId: string; webhookId: string; deliveryId: string }>
}

/** A message as it is sent, and every sending of it. */
export default async function MessagePage({ params }: Props) {
  const { projectId, webhookId, deliveryId } = await params
  const path = `/projects/${projectId}/webhooks/${webhookId}`
  const actor = await pageActor()
  const found = await webhookDelivery(actor, projectId, { webhookId, deliveryId })
  if (!found.ok && found.failure.code !== "forbidden") notFound()
  if (!found.ok) return <WebhookFrame person={actor} projectId={projectId} title="Message" refused={found.failure} />
  const { project, webhook, message, attempts } = found.value
  const { id, event, state, createdAt, nextAt, body } = message
  return (
    <WebhookFrame
      person={actor}
      projectId={projectId}
      project={project}
      title={event}
      below={[{ label: serverOf(webhook.address).replace("https://", ""), href: path }, { label: "Message" }]}
      lede={
        <>
          Made at <Time at={createdAt} precision="minute" />, {deliveryStateWords[state]}
          {nextAt &&
            (webhook.pausedAt ? (
              " until the webhook is resumed"
            ) : (
              <>
                {" "}
                until <Time at={nextAt} precision="minute" />
              </>
            ))}
          .
        </>
      }
      actions={state !== "waiting" && <SendAgain path={`${path}/deliveries/${id}`} />}
    >
      <FollowMessages waits={nextAt && !webhook.pausedAt ? `${id} ${attempts.length}` : ""} />
      <section aria-labelledby="body">
        <h2 id="body" className="mb-3 font-text text-2xl">
          What is sent
        </h2>
        <p className="mb-2 text-sm break-all text-soft">webhook-id: {id}</p>
        <pre className="rounded-md bg-wash p-3 text-sm wrap-anywhere whitespace-pre-wrap">{body}</pre>
      </section>
      <section aria-labelledby="sendings" className="mt-10">
        <h2 id="sendings" className="mb-3 font-text text-2xl">
          Sendings
        </h2>
        {attempts.length === 0 ? (
          <p className="text-soft">It was not sent yet.</p>
        ) : (
          <ol className="border-t border-rule">
            {attempts.map(attempt => (
              <li key={attempt.number} className="grid gap-1 border-b border-rule py-3">
                <p>
                  <b className="figures">{attempt.number}.</b> <Time at={attempt.at} precision="minute" />:{" "}
                  {attempt.status !== null && <span className="figures">{attempt.status}</span>}{" "}
                  {attempt.trouble ? deliveryTroubleSentences[attempt.trouble] : "Taken."}{" "}
                  <span className="figures text-soft">{attempt.milliseconds} ms</span>
                </p>
                {attempt.answer && (
                  <pre className="rounded-md bg-wash p-2 text-xs wrap-anywhere whitespace-pre-wrap">
                    {attempt.answer}
                  </pre>
                )}
              </li>
            ))}
          </ol>
        )}
      </section>
    </WebhookFrame>
  )
}
