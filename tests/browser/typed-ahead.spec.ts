import type { Page } from "@playwright/test"
import { expect, newProject, openDialog, post, read, signIn, test } from "./person.ts"

const ship = (number: number) => `The ship number ${number} sank in the spring of ${1900 + number}.`

/** A project of the page's person with a text of so many claims; answers the addresses of both. */
async function ships(page: Page, claims: number): Promise<{ project: string; text: string }> {
  await signIn(page, "owner@example.org")
  const project = await newProject(page, "Ships that are labelled fast")
  const words = Array.from({ length: claims }, (_, at) => ship(at + 1)).join(" ")
  const provenance = { title: "Ships", author: "", foundAt: "", foundOn: "", licence: "", language: "en" }
  const id = crypto.randomUUID()
  await post(page, `${project}/documents`, { id, ...provenance, text: words, again: true })
  return { project, text: `/documents/${id}` }
}

const aside = (page: Page) => page.getByRole("complementary", { name: "Claim" })
const claim = (page: Page) => aside(page).locator("blockquote").first()
const saved = (page: Page) => expect(aside(page).getByText("saved", { exact: true })).toBeVisible()

interface Units {
  readonly units: readonly { readonly kind: string; readonly start: number; readonly mine: string | null }[]
}

/** One's labels of a text's claims, in the order of the text. */
const labelsOf = async (page: Page, text: string) =>
  (await read<Units>(page, text)).units.filter(({ kind }) => kind === "claim").map(({ mine }) => mine)

/** Lets every claim's card come this much later. */
const slowCards = (page: Page, milliseconds: number) =>
  page.route(/\/api\/v1\/documents\/[^/]+\/claims\/[^/]+$/, async route => {
    await new Promise(go => setTimeout(go, milliseconds))
    await route.continue()
  })

test("a label's key that is pressed at the moment a text shows is not lost", async ({ page }) => {
  const { project, text } = await ships(page, 1)
  await page.goto(project)
  await page.evaluate(() => {
    // Told when the page has changed and before anything else runs, which no hand is fast enough for.
    const watch = new MutationObserver(() => {
      if (!document.querySelector("aside[aria-label=Claim]")) return
      watch.disconnect()
      document.body.dispatchEvent(new KeyboardEvent("keydown", { key: "1", bubbles: true, cancelable: true }))
    })
    watch.observe(document, { childList: true, subtree: true })
  })
  await page.getByRole("link", { name: "Ships", exact: true }).click()
  await saved(page)
  expect(await labelsOf(page, text)).toEqual(["documented"])
})

test("keys that are typed ahead of the cards are done in their order, each at its own claim", async ({ page }) => {
  const { project, text } = await ships(page, 4)
  await page.goto(`${project}${text}`)
  await expect(claim(page)).toHaveText(ship(1))
  await slowCards(page, 400)
  await page.keyboard.type("1j2jj3k1")
  await expect(claim(page)).toHaveText(ship(3))
  await saved(page)
  expect(await labelsOf(page, text)).toEqual(["documented", "disputed", "documented", "speculative"])
})

test("who corrects a label at once, before it is saved, has said the last one", async ({ page }) => {
  const { project, text } = await ships(page, 1)
  await page.goto(`${project}${text}`)
  await expect(aside(page).getByText("not given yet")).toBeVisible()
  await page.route("**/annotation", async route => {
    await new Promise(go => setTimeout(go, 400))
    await route.continue()
  })
  await page.keyboard.type("12")
  const speculative = aside(page).getByRole("button", { name: /^Speculative/ })
  await speculative.click()
  await saved(page)
  await expect(speculative).toHaveAttribute("aria-pressed", "true")
  expect(await labelsOf(page, text)).toEqual(["speculative"])
  await page.keyboard.type("1u")
  await expect(page.getByText("Undone.")).toBeAttached()
  expect(await labelsOf(page, text), "what was said last is undone, not what was said before it").toEqual([
    "speculative",
  ])
})

test("a key for a claim that is left with the mouse before its card came lands on no other, and that is said", async ({
  page,
}) => {
  const { project, text } = await ships(page, 3)
  await page.goto(`${project}${text}`)
  await expect(aside(page).getByText("not given yet")).toBeVisible()
  await slowCards(page, 400)
  await page.keyboard.type("j1")
  await page.locator(".ProseMirror").getByText(ship(3)).click()
  await expect(page.getByRole("region", { name: "Notifications" }).getByText("was not done")).toBeVisible()
  await expect(claim(page)).toHaveText(ship(3))
  await expect(aside(page).getByText("not given yet")).toBeVisible()
  expect(await labelsOf(page, text)).toEqual([null, null, null])
})

test("in the queue a label and the way on can be typed at once", async ({ page }) => {
  const { project, text } = await ships(page, 3)
  await page.goto(`${project}/queue`)
  await expect(claim(page)).toHaveText(ship(1))
  await page.keyboard.type("1n2n")
  await expect(claim(page)).toHaveText(ship(3))
  await expect(openDialog(page)).toHaveCount(0)
  expect(await labelsOf(page, text)).toEqual(["documented", "disputed", null])
})
