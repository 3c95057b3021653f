import { mkdtempSync, readdirSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { expect, test } from "vitest"
import { fail, ok } from "../../lib/domain/failure.ts"
import { spooled } from "../../lib/server/spool.ts"

// A folder of its own, in which nobody else puts files meanwhile.
process.env["TMPDIR"] = mkdtempSync(join(tmpdir(), "spool-"))
const left = () => readdirSync(tmpdir()).length
const file = { name: "Café, claims.txt", mediaType: "text/plain; charset=utf-8" }

test("a file of any length goes out whole with its length, and nothing of it stays", async () => {
  const before = left()
  const line = "Ледокол left the port. ".repeat(100)
  const answer = await spooled(async sink => {
    await sink.begin()
    for (let at = 0; at < 400; at++) await sink.write(at % 2 === 0 ? line : new TextEncoder().encode(line))
    return ok(file)
  })
  if (!(answer instanceof Response)) throw new Error("It was refused.")
  const bytes = await answer.bytes()
  expect(bytes.length).toBe(Number(answer.headers.get("Content-Length")))
  expect(new TextDecoder().decode(bytes)).toBe(line.repeat(400))
  expect(answer.headers.get("Content-Disposition")).toContain("Cafe-claims.txt")
  expect(left()).toBe(before)
})

test("a reading that begins once more begins the file once more", async () => {
  const answer = await spooled(async sink => {
    await sink.begin()
    await sink.write("x".repeat(600_000))
    await sink.begin()
    await sink.write("whole")
    return ok(file)
  })
  expect(await (answer as Response).text()).toBe("whole")
  expect((answer as Response).headers.get("Content-Length")).toBe("5")
})

test("a refusal, a defect and somebody who leaves leave no file behind", async () => {
  const before = left()
  const refused = await spooled(async sink => {
    await sink.begin()
    await sink.write("some of it")
    return fail({ code: "not-found" })
  })
  expect(refused).toEqual({ ok: false, failure: { code: "not-found" } })
  expect(left()).toBe(before)
  const broken = spooled(async sink => {
    await sink.begin()
    throw new Error("The database went away.")
  })
  await expect(broken).rejects.toThrow("went away")
  expect(left()).toBe(before)
  const answer = (await spooled(async sink => {
    await sink.begin()
    await sink.write("y".repeat(2_000_000))
    return ok(file)
  })) as Response
  const reader = answer.body!.getReader()
  await reader.read()
  await reader.cancel()
  expect(left()).toBe(before)
})
