import { expect, test } from "vitest"
import { type LinkIo, type LinkStatus, StreamLink } from "../../app/_live/stream-link.ts"
import type { LiveEvent } from "../../lib/domain/live.ts"
import { eventText } from "../../lib/domain/stream-text.ts"

/** A browser whose clock stands still until it is moved, and a server that answers as it is told. */
function browser() {
  let now = 0
  let timers: { at: number; then: () => void }[] = []
  const calls: { path: string; signal: AbortSignal; answer: (response: Response) => void; fail: () => void }[] = []
  const statuses: LinkStatus[] = []
  const events: LiveEvent[] = []
  const io: LinkIo = {
    fetch: (path, signal) =>
      new Promise((answer, trouble) => {
        calls.push({ path, signal, answer, fail: () => trouble(new Error("No network.")) })
        signal.addEventListener("abort", () => trouble(new Error("Aborted.")))
      }),
    after: (milliseconds, then) => {
      const timer = { at: now + milliseconds, then }
      timers.push(timer)
      return () => {
        timers = timers.filter(one => one !== timer)
      }
    },
    now: () => now,
    chance: () => 0,
  }
  const link = new StreamLink(io, { event: event => events.push(event), status: status => statuses.push(status) })
  const settle = () => new Promise(go => setTimeout(go, 5))
  return {
    link,
    calls,
    statuses,
    events,
    settle,
    pass: async (milliseconds: number) => {
      now += milliseconds
      const due = timers.filter(({ at }) => at <= now)
      timers = timers.filter(({ at }) => at > now)
      for (const { then } of due) then()
      await settle()
    },
    /** Answers the latest request with a stream; answers how to say something on it. */
    opens: async () => {
      let controller!: ReadableStreamDefaultController<Uint8Array>
      const body = new ReadableStream<Uint8Array>({
        start: made => {
          controller = made
        },
      })
      calls.at(-1)!.answer(new Response(body))
      await settle()
      return {
        say: async (text: string) => {
          controller.enqueue(new TextEncoder().encode(text))
          await settle()
        },
        breaks: async () => {
          controller.close()
          await settle()
        },
      }
    },
    refuses: async (status: number) => {
      calls.at(-1)!.answer(new Response("{}", { status }))
      await settle()
    },
  }
}

const moved = { kind: "moved", projectId: "p", documentId: "d", revision: 7 } as const

test("events come whole, in whatever pieces they arrive", async () => {
  const { link, opens, events } = browser()
  link.want(["p"])
  const stream = await opens()
  const text = `retry: 1000\n\n: \n\n${eventText(moved)}${eventText({ kind: "went", projectId: "p", key: "Иосиф" })}`
  const bytes = [...text]
  for (let at = 0; at < bytes.length; at += 17) await stream.say(bytes.slice(at, at + 17).join(""))
  expect(events).toEqual([moved, { kind: "went", projectId: "p", key: "Иосиф" }])
})

test("a stream that breaks off is opened again, sooner at first and later with each failure", async () => {
  const { link, calls, pass, settle } = browser()
  link.want(["p"])
  for (const wait of [500, 1_000, 2_000, 4_000]) {
    const before = calls.length
    calls.at(-1)!.fail()
    await settle()
    await pass(wait - 1)
    expect(calls).toHaveLength(before)
    await pass(1)
    expect(calls).toHaveLength(before + 1)
  }
})

test("a word from the server resets the waits, and its silence ends the stream", async () => {
  const { link, calls, pass, opens, statuses } = browser()
  link.want(["p"])
  const stream = await opens()
  await stream.say(": \n\n")
  expect(statuses).toEqual(["open"])
  await pass(39_000)
  await stream.say(": \n\n")
  await pass(39_000)
  expect(calls).toHaveLength(1)
  await pass(1_000)
  expect(statuses).toEqual(["open", "connecting"])
  await pass(500)
  expect(calls).toHaveLength(2)
  expect(calls[0]!.signal.aborted).toBe(true)
})

test("who comes back to a page after a sleep has the stream tried at once, and a lively one is left alone", async () => {
  const { link, calls, pass, opens } = browser()
  link.want(["p"])
  const stream = await opens()
  await stream.say(": \n\n")
  await pass(10_000)
  link.look()
  expect(calls).toHaveLength(1)
  await pass(10_000)
  link.look()
  expect(calls).toHaveLength(2)
  expect(calls[0]!.signal.aborted).toBe(true)
})

test("a stream whose time is over is opened again at once, without a word to anybody else", async () => {
  const { link, calls, pass, opens } = browser()
  link.want(["p"])
  const stream = await opens()
  await stream.say(eventText({ kind: "end", why: "time" }))
  await pass(0)
  expect(calls).toHaveLength(2)
})

test("signed out is told and tried again now and then; a closed project is told and left", async () => {
  const out = browser()
  out.link.want(["p"])
  await out.refuses(401)
  expect(out.statuses).toEqual(["signed-out"])
  await out.pass(19_000)
  expect(out.calls).toHaveLength(1)
  await out.pass(1_000)
  expect(out.calls).toHaveLength(2)
  const closed = browser()
  closed.link.want(["p"])
  await closed.refuses(404)
  await closed.pass(600_000)
  expect(closed.events).toEqual([{ kind: "closed", projectId: "p" }])
  expect(closed.calls).toHaveLength(1)
})

test("one stream holds what is wanted: another project opens it anew, fewer projects leave it as it is", async () => {
  const { link, calls, opens } = browser()
  link.want(["p"])
  await opens()
  link.want(["p", "q"])
  expect(calls.map(({ signal }) => signal.aborted)).toEqual([true, false])
  expect(calls[1]!.path).toContain("projects=p,q&")
  await opens()
  link.want(["q"])
  expect(calls).toHaveLength(2)
  link.want([])
  expect(calls[1]!.signal.aborted).toBe(true)
})
