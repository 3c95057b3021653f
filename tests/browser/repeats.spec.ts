import type { Page } from "@playwright/test"
import { enter, expect, expectSound, newProject, post, signIn, test } from "./person.ts"

const arrest = "Lerner was arrested on 4 March 1912 in the town of Narva by two constables."
const copy = "Lerner was arrested on 4 March 1912 in the town of Narva by 2 constables."
const variant = "Lerner was arrested on 9 March 1912 in the town of Narva by two constables."

async function newDocument(page: Page, project: string, title: string, text: string): Promise<string> {
  const id = crypto.randomUUID()
  const blank = { author: "", foundAt: "", foundOn: "", licence: "", language: "en", again: false }
  await post(page, `${project}/documents`, { id, title, text, ...blank })
  return `${project}/documents/${id}`
}

const card = (page: Page) => page.getByRole("complementary", { name: "Claim" })
const repeats = (page: Page) => card(page).getByRole("list", { name: "Likely repeats of this claim" })

async function openRoom(page: Page, path: string): Promise<void> {
  await page.goto(path)
  await expect(page.getByText("Reading the card …")).toHaveCount(0)
  await expect(card(page).locator("blockquote").first()).toBeVisible()
}

test("the card says where else a claim is said, and a key leads there, in this document and in another", async ({
  page,
}) => {
  await signIn(page, "owner@example.org")
  const project = await newProject(page, "Said twice")
  await newDocument(page, project, "The chronicle", `The harbour was frozen until April. ${variant}`)
  const path = await newDocument(page, project, "The memoir", `${arrest} Nobody came to the house. ${copy}`)
  await openRoom(page, path)
  await expect(card(page).getByText("1 likely contradiction, 1 likely duplicate")).toBeVisible()
  const other = repeats(page).getByRole("listitem").filter({ hasText: "Likely contradiction" })
  await expect(other.locator("mark")).toHaveText("9 March 1912")
  await expect(other).toContainText("Another date: “4 March 1912” here, “9 March 1912” there.")
  await expectSound(page, "a card with repeats")
  await enter(page, repeats(page).getByRole("link", { name: "Go to it in this document" }))
  await expect(card(page).locator("blockquote").first()).toHaveText(copy)
  await expect(page.locator(".raw-text [aria-current=true]")).toBeFocused()
  await enter(page, repeats(page).getByRole("link", { name: "Go to it in The chronicle" }))
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("The chronicle")
  await expect(card(page).locator("blockquote").first()).toHaveText(variant)
})

test("a claim that is said nowhere else has no such part, and ten of many repeats are shown first", async ({
  page,
}) => {
  await signIn(page, "owner@example.org")
  const project = await newProject(page, "Said often")
  const often = Array.from({ length: 14 }, () => copy).join(" ")
  await openRoom(page, await newDocument(page, project, "A refrain", `The harbour was frozen until April. ${often}`))
  await expect(card(page).getByText("Said elsewhere")).toHaveCount(0)
  await page.keyboard.press("j")
  await card(page).getByText("Said elsewhere").click()
  await expect(repeats(page).getByRole("listitem")).toHaveCount(10)
  await card(page).getByRole("button", { name: "Show 3 more" }).click()
  await expect(repeats(page).getByRole("listitem")).toHaveCount(13)
})
