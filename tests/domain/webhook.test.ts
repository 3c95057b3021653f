import { expect, test } from "vitest"
import { changeKinds } from "../../lib/domain/change.ts"
import { addressTrouble, serverOf } from "../../lib/domain/webhook.ts"
import { eventOfChange, messageBody, webhookEvents } from "../../lib/domain/webhook-event.ts"

test("every kind of change is told as one event or as none, and every event stands for something that happens", () => {
  expect(Object.keys(eventOfChange).sort()).toEqual([...changeKinds].sort())
  const told = new Set(Object.values(eventOfChange).filter(event => event !== null))
  // A verdict falls by other changes.
  expect([...told, "verdict.fell"].sort()).toEqual([...webhookEvents].sort())
})

test("what is written in discussions, who is invited, assigned or asked, and webhooks themselves are told to none", () => {
  const kept = changeKinds.filter(kind => /comment|thread|question|invit|assign|webhook|blindness/.test(kind))
  expect(kept.length).toBeGreaterThan(15)
  expect(kept.filter(kind => eventOfChange[kind] !== null)).toEqual([])
})

const nothing = { projectId: "p", documentId: null, claimId: null, flagId: null, sourceId: null, revision: null }
const body = (subject: Partial<typeof nothing> | object, origin: string | null = "https://a.example") =>
  JSON.parse(messageBody({ id: "m", type: "t", at: new Date(0) }, { ...nothing, ...subject }, origin))

test("a message is ids and an address", () => {
  expect(body({ documentId: "d", claimId: "c", revision: 3 })).toEqual({
    id: "m",
    type: "t",
    timestamp: "1970-01-01T00:00:00.000Z",
    data: {
      ...{ project: "p", document: "d", claim: "c", revision: 3 },
      url: "https://a.example/api/v1/documents/d/claims/c",
    },
  })
  const url = (subject: object) => body(subject).data.url.replace("https://a.example/api/v1/", "")
  expect(url({ documentId: "d", flagId: "f" })).toBe("documents/d/flags/f")
  expect(url({ documentId: "d" })).toBe("documents/d")
  expect(url({ sourceId: "s" })).toBe("projects/p/sources")
  expect(url({})).toBe("projects/p")
  expect(body({}, null).data).toEqual({ project: "p" })
})

test("an address is a name of the public internet over https on its usual port", () => {
  for (const address of [
    "https://hooks.example.org",
    "https://hooks.example.org/in/7?key=a%20b",
    "https://hooks.example.org:443/",
    "HTTPS://xn--80ak6aa92e.com/",
    "https://почта.example/вход",
  ])
    expect(addressTrouble(address), address).toBeNull()
  for (const address of [
    "",
    "hooks.example.org",
    "http://hooks.example.org/",
    "ftp://hooks.example.org/",
    "https://",
    "https://hooks example.org/",
    "https://anna:secret@hooks.example.org/",
    "https://hooks.example.org:8443/",
    "https://hooks.example.org/#part",
    "https://10.0.0.1/",
    "https://127.1/",
    "https://0x7f000001/",
    "https://2130706433/",
    "https://93.184.216.34/",
    "https://[::1]/",
    "https://[2606:2800:220:1:248:1893:25c8:1946]/",
    "https://localhost/",
    "https://a.localhost./",
    "https://printer.local/",
    "https://db.internal/",
    "https://intranet/",
  ])
    expect(addressTrouble(address), address).toMatch(/^[A-Z].*\.$/)
})

test("of an address the history has the server alone, since path and query may be secrets", () => {
  expect(serverOf("https://hooks.example.org/services/T0/secret?key=1")).toBe("https://hooks.example.org")
})
