import type { Page } from "@playwright/test"
import { startProxy } from "../support/proxy.ts"
import { expect, join, newProject, post, signIn, test } from "./person.ts"

test.use({ refusals: [0, 503] })

const text = "The marshal was arrested in May. The tribunal met on 11 June 1937 in Moscow."
const card = (page: Page) => page.getByRole("complementary", { name: "Claim" })

/** A document of two people, the second of whom comes through a network of their own. */
async function together(page: Page, second: Page, baseURL: string, name: string) {
  await Promise.all([signIn(page, "owner@example.org"), signIn(second, "reviewer-2@example.org")])
  const project = await newProject(page, name)
  await join(page, second, project, "reviewer")
  const id = crypto.randomUUID()
  const blank = { author: "", foundAt: "", foundOn: "", licence: "", language: "en", again: false }
  await post(page, `${project}/documents`, { id, title: "A page", text, ...blank })
  const path = `${project}/documents/${id}`
  const network = await startProxy(Number(new URL(baseURL).port))
  const stream = second.waitForResponse(response => response.url().includes("/api/v1/live"))
  await second.goto(network.origin + path)
  await page.goto(path)
  for (const who of [page, second]) await expect(card(who).getByText("not given yet")).toBeVisible()
  await expect(page.getByRole("img", { name: "Also here: Henrik Dahl" })).toBeVisible()
  return { network, stream: await stream }
}

test("a page that slept while its stream was cut shows what it missed when it wakes", async ({
  page,
  second,
  baseURL,
}) => {
  const { network, stream } = await together(page, second, baseURL!, "Asleep")
  try {
    // What stands between a browser and the server is told not to gather, keep or pack what comes on the stream.
    const headers = await stream.allHeaders()
    expect(headers).toMatchObject({ "content-type": "text/event-stream; charset=utf-8", "x-accel-buffering": "no" })
    expect(headers["cache-control"]).toContain("no-transform")
    expect(headers["content-encoding"]).toBeUndefined()

    // A sleeping computer runs nothing: no script of the page goes on until it is let.
    const browser = await second.context().newCDPSession(second)
    await browser.send("Debugger.enable")
    const asleep = new Promise(done => browser.once("Debugger.paused", done))
    const woken = browser.send("Runtime.evaluate", { expression: "debugger" })
    await asleep
    network.cut()
    await page.keyboard.press("1")
    await expect(card(page).getByText("saved", { exact: true })).toBeVisible()
    await page.keyboard.press("2")
    await expect(card(page).getByText("History: 1 earlier state")).toBeVisible()
    await expect(page.getByRole("img", { name: /Also here/ })).toHaveCount(0)
    await browser.send("Debugger.resume")
    await woken
    await expect(card(second).getByRole("listitem").filter({ hasText: "disputed · Vera Lindqvist" })).toBeVisible()
    await expect(page.getByRole("img", { name: "Also here: Henrik Dahl" })).toBeVisible()
  } finally {
    await network.close()
  }
})

test("a browser that ends without a word, its network gone before, is gone from the other's page", async ({
  page,
  second,
  baseURL,
}) => {
  const { network } = await together(page, second, baseURL!, "Killed")
  try {
    await expect(card(page).getByText("Henrik Dahl is on this claim too.")).toBeVisible()
    network.down(true)
    await second.context().close()
    await expect(page.getByRole("img", { name: /Also here/ })).toHaveCount(0)
    await expect(card(page).getByText("Henrik Dahl is on this claim too.")).toHaveCount(0)
  } finally {
    await network.close()
  }
})

test("while the database is away a label is said not to be saved, and is saved by itself when it is back", async ({
  page,
}) => {
  await signIn(page, "owner@example.org")
  const project = await newProject(page, "A while away")
  const id = crypto.randomUUID()
  const blank = { author: "", foundAt: "", foundOn: "", licence: "", language: "en", again: false }
  await post(page, `${project}/documents`, { id, title: "A page", text, ...blank })
  await page.goto(`${project}/documents/${id}`)
  await expect(card(page).getByText("not given yet")).toBeVisible()
  await card(page).getByRole("button", { name: "Write the reason" }).click()
  await card(page).getByRole("textbox", { name: "Rationale" }).fill("The register has it.")
  const away = { code: "database-away", sentence: "The database does not answer right now." }
  const sent: string[] = []
  await page.route("**/annotation", async route => {
    sent.push((route.request().postDataJSON() as { requestId: string }).requestId)
    if (sent.length > 1) return route.continue()
    return route.fulfill({ status: 503, contentType: "application/problem+json", body: JSON.stringify(away) })
  })
  await card(page)
    .getByRole("button", { name: /^Disputed/ })
    .click()
  await expect(card(page).getByRole("alert")).toContainText("is not saved. The database does not answer")
  await expect(card(page).getByText("saved", { exact: true })).toBeVisible()
  await expect(card(page).getByText("The register has it.")).toBeVisible()
  expect(new Set(sent).size).toBe(1)
})
