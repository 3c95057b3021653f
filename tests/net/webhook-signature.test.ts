import { createHmac, timingSafeEqual } from "node:crypto"
import { expect, test } from "vitest"
import { signedHeaders } from "../../lib/net/webhook-signature.ts"

const bytes = (secret: string) => Buffer.from(secret.replace("whsec_", ""), "base64")

// The vector that the libraries of Standard Webhooks are tested with.
const vector = {
  secret: bytes("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"),
  message: {
    id: "msg_p5jXN8AQM9LWM0D4loKWxJek",
    body: '{"test": 2432232314}',
    at: new Date(1_614_265_330_000),
  },
  signature: "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
}

test("a message is signed as Standard Webhooks has it", () => {
  expect(signedHeaders(vector.message, [vector.secret])).toEqual({
    "webhook-id": vector.message.id,
    "webhook-timestamp": "1614265330",
    "webhook-signature": vector.signature,
  })
})

/** As a receiver does it who has one secret; the README shows the same. */
function accepted(headers: Record<string, string>, body: string, secret: Buffer): boolean {
  const signed = `${headers["webhook-id"]}.${headers["webhook-timestamp"]}.${body}`
  const right = createHmac("sha256", secret).update(signed).digest()
  return headers["webhook-signature"]!.split(" ").some(each => {
    const given = Buffer.from(each.replace(/^v1,/, ""), "base64")
    return given.length === right.length && timingSafeEqual(given, right)
  })
}

test("a receiver with either of two secrets takes it, and nobody takes another body, id, time or secret", () => {
  const [older, newer, other] = [bytes("b2xkZXI="), bytes("bmV3ZXI="), bytes("b3RoZXI=")]
  const { body } = vector.message
  const headers = signedHeaders(vector.message, [newer, older])
  expect([accepted(headers, body, newer), accepted(headers, body, older)]).toEqual([true, true])
  expect(accepted(headers, body, other)).toBe(false)
  expect(accepted(headers, `${body} `, newer)).toBe(false)
  expect(accepted({ ...headers, "webhook-id": "msg_2" }, body, newer)).toBe(false)
  expect(accepted({ ...headers, "webhook-timestamp": "1614265331" }, body, newer)).toBe(false)
})

test("milliseconds are cut off, not rounded", () => {
  const at = new Date(1_614_265_330_999)
  expect(signedHeaders({ ...vector.message, at }, [vector.secret])["webhook-signature"]).toBe(vector.signature)
})
