import type { Page } from "@playwright/test"
import { expect, newProject, post, signIn, test } from "./person.ts"

test.slow()

const text = "The ship sank in 1912. It was raised in 1920."
const blank = { author: "", foundAt: "", foundOn: "", licence: "", language: "en", again: true }

/** A project of the page's person with one document of two claims. */
async function place(page: Page, name: string) {
  await signIn(page, "owner@example.org")
  const project = await newProject(page, name)
  const id = crypto.randomUUID()
  await post(page, `${project}/documents`, { id, title: "Log book", text, ...blank })
  return { room: `${project}/documents/${id}` }
}

/** Holds what is sent to an address; `came` when it is on its way, and then it goes on. */
async function hold(page: Page, address: RegExp) {
  const came = later<void>()
  const end = later<void>()
  await page.route(address, async route => {
    if (route.request().method() === "GET") return route.continue()
    came.resolve()
    await end.promise
    return route.continue()
  })
  return { came: came.promise, letGo: end.resolve }
}

/** A promise, and how to keep it. */
function later<T>() {
  let resolve: (value: T) => void = () => {}
  const promise = new Promise<T>(kept => {
    resolve = kept
  })
  return { promise, resolve }
}

const discussion = (page: Page) => page.getByRole("region", { name: "Discussion" })
const field = (page: Page, name: string) => discussion(page).getByRole("textbox", { name })

test("who types on while a comment is being sent goes on with the next one, in the same field", async ({ page }) => {
  const { room } = await place(page, "Comments that are typed on")
  await page.goto(room)
  await expect(discussion(page).getByText("Nobody discussed this passage yet.")).toBeVisible()
  await page.keyboard.press("m")
  await expect(field(page, "Begin a discussion")).toBeFocused()
  const first = await hold(page, /\/api\/v1\/documents\/[^/]+\/threads$/)
  await page.keyboard.type("Who says so?")
  await page.keyboard.press("Control+Enter")
  await first.came
  await page.keyboard.type(" And 1, 2 or 3?")
  first.letGo()
  const threads = discussion(page).getByRole("article")
  await expect(threads).toHaveCount(1)
  const other = field(page, "Begin another discussion")
  await expect(other).toHaveValue("And 1, 2 or 3?")
  await expect(page.getByText("It is sent. What you typed after that is not sent yet.")).toBeAttached()
  await expect(other).toBeFocused()
  await page.reload()
  await expect(other).toHaveValue("And 1, 2 or 3?")
  await other.press("Control+Enter")
  await expect(threads).toHaveCount(2)
  await expect(other).toHaveValue("")
  await expect(threads.nth(0).getByRole("listitem")).toContainText("Who says so?")
  await expect(threads.nth(1).getByRole("listitem")).toContainText("And 1, 2 or 3?")

  const reply = await hold(page, /\/api\/v1\/documents\/[^/]+\/threads\/[^/]+\/comments$/)
  await threads.nth(0).getByRole("button", { name: "Reply" }).click()
  await page.keyboard.type("The register.")
  await page.keyboard.press("Control+Enter")
  await reply.came
  await page.keyboard.type("\nThat of 1913.")
  reply.letGo()
  await expect(threads.nth(0).getByRole("listitem")).toHaveCount(2)
  await expect(field(page, "Reply")).toHaveValue("That of 1913.")
  await expect(field(page, "Reply")).toBeFocused()
  await page.keyboard.press("Control+Enter")
  await expect(threads.nth(0).getByRole("listitem")).toHaveCount(3)
  await expect(field(page, "Reply")).toHaveCount(0)

  const edit = await hold(page, /\/api\/v1\/documents\/[^/]+\/comments\/[^/]+$/)
  const own = threads.nth(1).getByRole("listitem")
  await own.getByRole("button", { name: "Edit" }).click()
  await expect(field(page, "Your comment")).toBeFocused()
  await page.keyboard.press("End")
  await page.keyboard.type(" Or 4?")
  await page.keyboard.press("Control+Enter")
  await edit.came
  await page.keyboard.type(" Or 5?")
  edit.letGo()
  await expect(page.getByText("It is sent. What you typed after that is not sent yet.")).toBeAttached()
  await expect(field(page, "Your comment")).toHaveValue("And 1, 2 or 3? Or 4? Or 5?")
  await expect(field(page, "Your comment")).toBeFocused()
  await page.keyboard.press("Control+Enter")
  await expect(field(page, "Your comment")).toHaveCount(0)
  await expect(own).toContainText("And 1, 2 or 3? Or 4? Or 5?")
})
