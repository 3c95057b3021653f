import { readFile } from "node:fs/promises"
import type { Page } from "@playwright/test"
import { defaultPolicy } from "../../lib/domain/policy.ts"
import { plainRationale } from "../../lib/domain/rationale.ts"
import { enter, expect, expectSound, newProject, post, signIn, test } from "./person.ts"

test.slow()

/** A project with three vetted claims, which are too many to wait for where the tests run. */
async function vetted(page: Page) {
  const project = await newProject(page, "Many claims")
  const documentId = crypto.randomUUID()
  const speculative = { ...defaultPolicy.speculative, annotations: 1 }
  await post(page, `${project}/policy`, { version: 1, ...defaultPolicy, speculative })
  const blank = { author: "", foundAt: "", foundOn: "", licence: "", language: "en", again: false }
  const text = "The ship sank in 1912. It was raised in 1920. It was broken up in 1934."
  await post(page, `${project}/documents`, { id: documentId, title: "Wrecks", text, ...blank })
  const answer = await page.request.get(`/api/v1/documents/${documentId}`)
  const { units } = (await answer.json()) as { units: { id: string }[] }
  for (const { id: unitId } of units) {
    const words = { label: "speculative", confidence: "low", rationale: plainRationale("Nobody says."), seen: null }
    await post(page, `/documents/${documentId}/annotation`, { unitId, id: crypto.randomUUID(), ...words })
  }
  return project
}

test("many claims are made into a file in the background, from the keyboard, and it is there after a reload", async ({
  page,
}) => {
  await signIn(page, "owner@example.org")
  const project = await vetted(page)
  await page.goto(`${project}/export`)
  await expect(page.getByText("3 claims are many, so the file is made in the background.")).toBeVisible()
  const files = page.getByRole("region", { name: "Files being made" })
  await expect(files).toContainText("No file was asked for yet.")
  await expectSound(page, "no file yet")
  await enter(page, page.getByRole("button", { name: "CSV as data" }))
  const row = files.getByRole("listitem").filter({ hasText: "CSV as data" })
  await expect(row).toContainText("3 claims, 1 kB. Kept for download until")
  await expect(row).toContainText("All vetted claims")
  await page.reload()
  const link = row.getByRole("link", { name: "Download CSV as data" })
  const arriving = page.waitForEvent("download")
  await enter(page, link)
  const download = await arriving
  expect(download.suggestedFilename()).toMatch(/^Many claims, vetted claims .*\.csv$/)
  expect((await readFile(await download.path(), "utf8")).trim().split(/\r?\n/).length).toBe(4)
  await expectSound(page, "a file that is made")
})

test("a file that waits, is made, failed, expired, was cancelled or lacks a document says so, and is asked for again", async ({
  page,
}) => {
  await signIn(page, "owner@example.org")
  const project = await vetted(page)
  const states = [
    { format: "json", state: "waiting" },
    { format: "csv", state: "running", done: 1200, total: 100_000 },
    { format: "jsonl", state: "failed", failure: "The server stopped while it made this file, three times in a row." },
    { format: "xlsx", state: "done", expired: true },
    { format: "markdown", state: "cancelled" },
    { format: "brat", state: "done", missing: [{ documentId: crypto.randomUUID(), title: "Torn pages" }] },
  ].map(job => ({
    id: crypto.randomUUID(),
    choice: { label: "disputed", search: "ship" },
    done: 0,
    total: null,
    bytes: 5_000_000,
    failure: null,
    missing: [],
    requestedAt: "2026-11-29T10:00:00.000Z",
    expiresAt: "2026-12-06T10:00:00.000Z",
    expired: false,
    ...job,
  }))
  const asked: string[] = []
  await page.route("**/api/v1/projects/*/exports**", async route => {
    const request = route.request()
    if (request.method() === "POST") asked.push(new URL(request.url()).pathname.split("/exports")[1]!)
    await route.fulfill({ json: request.method() === "POST" ? { state: "waiting" } : { jobs: states } })
  })
  await page.goto(`${project}/export`)
  await page.getByRole("button", { name: "JSON Lines" }).click()
  const files = page.getByRole("region", { name: "Files being made" })
  const row = (title: string) => files.getByRole("listitem").filter({ has: page.getByText(title, { exact: true }) })
  await expect(row("JSON")).toContainText("Waiting for its turn")
  await expect(row("CSV for spreadsheets").getByRole("progressbar", { name: "Being made" })).toBeVisible()
  await expect(row("CSV for spreadsheets")).toContainText("1,200 of 100,000 claims")
  await expect(row("JSON Lines")).toContainText("three times in a row")
  await expect(row("Workbook")).toContainText("Expired: it was kept until 6 December 2026")
  await expect(row("Report in Markdown")).toContainText("Cancelled.")
  await expect(row("brat")).toContainText("One document could not be read")
  await expect(row("brat")).toContainText("Torn pages")
  await expect(row("brat")).toContainText("disputed, with the words “ship”")
  await expectSound(page, "files in every state")
  await enter(page, row("JSON").getByRole("button", { name: "Cancel JSON" }))
  await enter(page, row("Workbook").getByRole("button", { name: "Make again Workbook" }))
  await expect.poll(() => asked.slice(1)).toEqual([`/${states[0]!.id}/cancel`, `/${states[3]!.id}/retry`])
})
