import type { FetchTrouble } from "./fetch-trouble.ts"
import type { WebhookState } from "./webhook-change.ts"
import type { WebhookEvent } from "./webhook-event.ts"

/** Webhooks that a project can have at a time. */
export const mostWebhooks = 20

/** Messages in a row that are given up before a webhook is paused. */
export const givenUpBeforePause = 5

/** Hours for which messages are signed with the secret before as well, once it was renewed. */
export const earlierSecretHours = 24

/** Days for which messages and what came of them are kept. */
export const deliveryDays = 30

/** Bytes of an answer that are looked at, and characters that are kept of it. */
export const answerBytes = 4_096
export const answerLength = 500

/** Milliseconds that a receiver has to answer. */
export const answerTime = 10_000

/** Why nothing is sent to a webhook. */
export type WebhookPause = "person" | "gone" | "failing" | "secret"

export const webhookPauseSentences: Readonly<Record<WebhookPause, string>> = {
  person: "Somebody paused it.",
  gone: "The receiver said that it is gone for good (410). Correct the address, or remove the webhook.",
  failing: `${givenUpBeforePause} messages in a row could not be delivered. Mend the receiver, then resume.`,
  secret: "The secret can’t be read with this server’s key any more. Renew it, then resume.",
}

export const deliveryStates = ["waiting", "delivered", "given-up"] as const
export type DeliveryState = (typeof deliveryStates)[number]

export const deliveryStateWords: Readonly<Record<DeliveryState, string>> = {
  waiting: "waiting",
  delivered: "delivered",
  "given-up": "given up",
}

/** Why a sending was in vain. */
export type DeliveryTrouble = Exclude<FetchTrouble, "off">

export const deliveryTroubleSentences: Readonly<Record<DeliveryTrouble, string>> = {
  address: "The address can’t be read.",
  scheme: "The address does not begin with https://.",
  port: "Only the usual port of the web, 443, is asked.",
  userinfo: "The address has a name or a password in it.",
  inside: "The address leads into a private network, which is never asked.",
  unresolved: "There is no server of this name, or it can’t be found right now.",
  unreachable: "The receiver does not answer, or not over a connection that can be trusted.",
  redirects: "The receiver sent us on too many times.",
  status: "The receiver answered that it did not take the message.",
  type: "The receiver’s answer can’t be read.",
  size: "The receiver’s answer is too long.",
  slow: `The receiver took longer than ${answerTime / 1_000} seconds.`,
}

/** What the history says of an address: the server alone. Path and query are secrets with many receivers. */
export const serverOf = (address: string): string => (URL.canParse(address) ? new URL(address).origin : "")

/** A webhook as the history has it. */
export const webhookState = (of: {
  readonly address: string
  readonly events: readonly WebhookEvent[]
  readonly pausedAt: Date | null
}): WebhookState => ({ server: serverOf(of.address), events: of.events, paused: of.pausedAt !== null })

const literal = /^(\d{1,3}\.){3}\d{1,3}$|^\[/

/**
 * What is wrong with an address that somebody gives for a webhook, in a sentence; null when nothing is, as far as it can
 * be told before it is asked. Numbers in place of a name are refused: certificates are for names, and so is judging later.
 */
export function addressTrouble(address: string): string | null {
  if (!/^https:\/\/[^\s]+$/i.test(address) || !URL.canParse(address))
    return "Write the address in full, beginning with https://."
  const { hostname, port, username, password, hash } = new URL(address)
  if (username !== "" || password !== "") return "Take the name or password out of the address."
  if (port !== "") return "Leave the port out: only the usual one of the web, 443, is asked."
  if (hash !== "") return "Take out what follows the #: it is never sent."
  if (literal.test(hostname)) return "Give the receiver’s name, not its number: numbers are not asked."
  if (!hostname.includes(".") || /(^|\.)(localhost|local|internal|lan|home\.arpa|onion)\.?$/i.test(hostname))
    return "This name lies inside a private network, which is never asked. Give one that the public internet knows."
  return null
}
