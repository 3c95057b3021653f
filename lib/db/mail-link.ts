import { createHmac, timingSafeEqual } from "node:crypto"
import { isId } from "./pass.ts"

const signature = (userId: string) =>
  createHmac("sha256", process.env["AUTH_SECRET"] ?? "")
    .update(`unsubscribe ${userId}`)
    .digest()

/** What an e-mail's link carries so that whoever reads the e-mail can stop them, signed in or not. It does not expire. */
export const unsubscribeToken = (userId: string): string => `${userId}.${signature(userId).toString("base64url")}`

/** Whose e-mails a link stops; null when it is not one of ours. */
export function unsubscribing(token: string): string | null {
  const [userId = "", signed = ""] = token.split(".")
  const given = Buffer.from(signed, "base64url")
  const right = signature(userId)
  if (!process.env["AUTH_SECRET"] || !isId(userId) || given.length !== right.length) return null
  return timingSafeEqual(given, right) ? userId : null
}
