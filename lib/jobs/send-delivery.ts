import { noteAttempt, type Outcome, releaseDelivery, type TakenDelivery } from "../db/delivery-work-rows.ts"
import { nextDeliveryIn, retryAfter } from "../domain/delivery-waits.ts"
import { answerBytes, answerLength, answerTime, type DeliveryTrouble } from "../domain/webhook.ts"
import { type SafeRequest, type SafeResult, safeFetch } from "../net/safe-fetch.ts"
import { signedHeaders } from "../net/webhook-signature.ts"

/** How a request is sent. Tests bring a network of their own under the same rules. */
export type Post = (request: SafeRequest) => Promise<SafeResult>

/**
 * Send a message and note what came of it. A receiver takes it with a status of 2xx; with 410 it says that it wants none
 * any more. Everything else is tried again. What `stop` ends on the way counts as not sent.
 */
export async function sendDelivery(taken: TakenDelivery, post: Post = safeFetch, stop?: AbortSignal): Promise<void> {
  if (taken.secrets.length === 0) return releaseDelivery(taken, "secret")
  const at = new Date()
  const answer = await post(requestOf(taken, at, stop))
  if (stop?.aborted && !answer.ok) return releaseDelivery(taken)
  const status = answer.status ?? null
  const trouble = troubleOf(answer)
  const milliseconds = Date.now() - at.getTime()
  const said = answer.ok ? cutShort(answer.bytes) : ""
  await noteAttempt(taken, { at, milliseconds, status, trouble, answer: said }, outcomeOf(taken, answer, trouble))
}

const requestOf = ({ id, address, body, secrets }: TakenDelivery, at: Date, stop?: AbortSignal): SafeRequest => ({
  url: address,
  method: "POST",
  headers: {
    "content-type": "application/json; charset=utf-8",
    // Nothing is unpacked that nobody reads.
    "accept-encoding": "identity",
    ...signedHeaders({ id, body, at }, secrets),
  },
  body,
  bytes: answerBytes,
  cut: true,
  milliseconds: answerTime,
  ...(stop && { signal: stop }),
})

function troubleOf(answer: SafeResult): DeliveryTrouble | null {
  if (!answer.ok) return answer.why
  return answer.status >= 200 && answer.status < 300 ? null : "status"
}

function outcomeOf({ failures }: TakenDelivery, answer: SafeResult, trouble: DeliveryTrouble | null): Outcome {
  if (trouble === null) return { state: "delivered" }
  if (answer.ok && answer.status === 410) return { state: "given-up", gone: true }
  const asked = answer.ok ? retryAfter(answer.retryAfter, new Date()) : null
  const wait = nextDeliveryIn(failures + 1, Math.random(), asked)
  return wait === null ? { state: "given-up", gone: false } : { state: "waiting", wait }
}

/** The beginning of an answer, as text that the database takes. */
function cutShort(bytes: Uint8Array): string {
  const text = new TextDecoder().decode(bytes).replaceAll("\0", "�")
  return text.slice(0, answerLength).replace(/[\uD800-\uDBFF]$/, "")
}
