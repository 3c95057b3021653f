import { sweepDeliveries, takeDelivery } from "../db/delivery-work-rows.ts"
import { spreadChanges } from "../db/webhook-work-rows.ts"
import { log, loggedError } from "../log/log-line.js"
import { type Post, sendDelivery } from "./send-delivery.ts"

/** Milliseconds between two looks for something to do, and after something went wrong. */
const pause = 1_000
const rest = 10_000

/** Milliseconds between two looks for messages that are not kept any more. */
const sweeping = 600_000

/** Messages that one process sends at once. */
const atOnce = 8

/**
 * Begin to make messages of what happened and to send them, and answer what ends it. Several servers may do so: each
 * message is taken on by one of them. What is on its way when it ends is left to the others or the next start.
 */
export function startTellingWebhooks(origin: string, post?: Post): () => Promise<void> {
  const stop = new AbortController()
  const { signal } = stop
  const isStopping = () => signal.aborted
  let swept = performance.now()
  const tell = async () => {
    if (performance.now() - swept > sweeping) {
      swept = performance.now()
      await sweepDeliveries(isStopping)
    }
    return spreadChanges(origin)
  }
  const onTheWay = new Set<Promise<void>>()
  const send = async () => {
    if (onTheWay.size >= atOnce) await Promise.race(onTheWay)
    const taken = await takeDelivery()
    if (!taken) return false
    const sending = sendDelivery(taken, post, signal)
      .catch(noteTrouble)
      .finally(() => onTheWay.delete(sending))
    onTheWay.add(sending)
    return true
  }
  const rounds = [repeat(tell, signal), repeat(send, signal)]
  return async () => {
    stop.abort()
    await Promise.all(rounds)
    await Promise.all(onTheWay)
  }
}

/** Do something again and again, with a pause when there was nothing to do. */
async function repeat(work: () => Promise<boolean>, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    const wait = await work().then(
      found => (found ? 0 : pause),
      (trouble: unknown) => {
        if (!signal.aborted) noteTrouble(trouble)
        return rest
      },
    )
    if (wait > 0) await sleep(wait, signal)
  }
}

function sleep(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise(done => {
    if (signal.aborted) return done()
    const over = () => {
      clearTimeout(timer)
      signal.removeEventListener("abort", over)
      done()
    }
    const timer = setTimeout(over, milliseconds)
    signal.addEventListener("abort", over)
  })
}

const noteTrouble = (trouble: unknown): void => log("error", "webhooks.trouble", { error: loggedError(trouble) })
