import type { Page } from "@playwright/test"
import { expect, hold, test } from "./person.ts"
import { aside, cards, claim, labelsOf, saved, ship, ships } from "./ships.ts"

/** Lets every claim's card come this much later. */
const slowCards = (page: Page, milliseconds: number) =>
  page.route(cards, async route => {
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

const annotation = /\/annotation$/
const editor = (page: Page) => page.getByRole("textbox", { name: "Rationale" })
const open = async (page: Page, project: string, text: string) => {
  await page.goto(`${project}${text}`)
  await expect(aside(page).getByText("not given yet")).toBeVisible()
}

test("a label that got no answer before the page was left is sent when the text is opened again, wherever one is in it", async ({
  page,
}) => {
  const { project, text } = await ships(page, 4)
  await open(page, project, text)
  // Nothing answers and nothing is refused, as in a network that is there and goes nowhere.
  await page.route(annotation, () => {})
  await page.keyboard.type("1j2jj3")
  await expect(aside(page).getByText("saving …")).toBeVisible()
  await expect(claim(page)).toHaveText(ship(4))
  await expect(aside(page).getByRole("button", { name: /^Speculative/ })).toBeVisible()
  await page.goto("about:blank")
  await page.unroute(annotation)
  await page.goto(`${project}${text}`)
  await saved(page)
  await expect.poll(() => labelsOf(page, text)).toEqual(["documented", "disputed", null, "speculative"])
})

test("how sure one is, chosen while another label is being saved, leaves that label as it is", async ({ page }) => {
  const { project, text } = await ships(page, 1)
  await open(page, project, text)
  await page.keyboard.type("1")
  await saved(page)
  const letGo = await hold(page, annotation)
  await page.keyboard.type("2")
  await expect(aside(page).getByText("saving …")).toBeVisible()
  await aside(page).getByRole("radio", { name: "high" }).click()
  await letGo()
  await saved(page)
  await expect(aside(page).getByRole("radio", { name: "high" })).toBeChecked()
  await expect(aside(page).getByRole("button", { name: /^Disputed/ })).toHaveAttribute("aria-pressed", "true")
  expect(await labelsOf(page, text)).toEqual(["disputed"])
  // A key is the page's again though the choice has the focus.
  await page.keyboard.type("3")
  await expect(aside(page).getByRole("button", { name: /^Speculative/ })).toHaveAttribute("aria-pressed", "true")
})

test("a reason that is written on while it is being saved stays open, with what was written and the focus", async ({
  page,
}) => {
  const { project, text } = await ships(page, 2)
  await open(page, project, text)
  await page.keyboard.type("1")
  await saved(page)
  await aside(page).getByRole("button", { name: "Write the reason" }).click()
  await editor(page).click()
  await page.keyboard.type("The register says so")
  const letGo = await hold(page, annotation)
  await aside(page).getByRole("button", { name: "Save the reason" }).click()
  await editor(page).click()
  await page.keyboard.press("End")
  await page.keyboard.type(", and")
  await aside(page).getByRole("radio", { name: "high" }).click()
  await editor(page).click()
  await page.keyboard.press("End")
  await letGo()
  await expect(aside(page).getByText("saving …")).toHaveCount(0)
  await expect(aside(page).getByRole("radio", { name: "high" })).toBeChecked()
  await page.keyboard.type(" the log book too")
  await expect(editor(page)).toHaveText("The register says so, and the log book too")
  await aside(page).getByRole("button", { name: "Save the reason" }).click()
  await expect(editor(page)).toHaveCount(0)
  await expect(aside(page)).toContainText("The register says so, and the log book too")
  expect(await labelsOf(page, text), "and no letter was a key").toEqual(["documented", null])
})

test("the buttons of the card wait their turn behind what was typed, and undo behind what is being saved", async ({
  page,
}) => {
  const { project, text } = await ships(page, 3)
  await open(page, project, text)
  await slowCards(page, 400)
  await page.keyboard.type("j1")
  await aside(page).getByRole("button", { name: "Next claim" }).click()
  await expect(claim(page)).toHaveText(ship(3))
  await expect(aside(page).getByText("not given yet")).toBeVisible()
  expect(await labelsOf(page, text)).toEqual([null, "documented", null])
  const letGo = await hold(page, annotation)
  await aside(page)
    .getByRole("button", { name: /^Documented/ })
    .click()
  await aside(page)
    .getByRole("button", { name: /^Disputed/ })
    .click()
  await aside(page).getByRole("button", { name: "Undo" }).click()
  await letGo()
  await expect.poll(() => labelsOf(page, text)).toEqual([null, "documented", "documented"])
  await expect(aside(page).getByText(/in the meantime/)).toHaveCount(0)
})

test.describe(() => {
  // News of the first merge may ask for the card of a passage that the second one has just taken away.
  test.use({ refusals: [0, 409] })

  test("keys around a cut are for what stands there after it, and who went on stays where they are", async ({
    page,
  }) => {
    const { project, text } = await ships(page, 6)
    await open(page, project, text)
    await page.keyboard.type("gg1")
    await expect(claim(page)).toContainText(ship(3))
    await saved(page)
    expect(await labelsOf(page, text), "three in one").toEqual(["documented", null, null, null])
    await page.keyboard.type("u2")
    await saved(page)
    expect(await labelsOf(page, text), "a label after one that was taken back").toEqual(["disputed", null, null, null])

    await page.keyboard.press("j")
    await expect(claim(page)).toHaveText(ship(4))
    await expect(aside(page).getByText("not given yet")).toBeVisible()
    const letGo = await hold(page, /\/merge$/)
    await page.keyboard.type("g")
    await expect(aside(page).getByText("saving …")).toBeVisible()
    await page.keyboard.type("jj3")
    await expect(claim(page)).toHaveText(ship(6))
    await letGo()
    await saved(page)
    await expect(claim(page)).toHaveText(ship(6))
    expect(await labelsOf(page, text)).toEqual(["disputed", null, "speculative"])
  })
})

test("what is typed while a field for it is on its way is no key", async ({ page }) => {
  const { project, text } = await ships(page, 2)
  await open(page, project, text)
  const letGo = await hold(page, /\/discussion/)
  await page.keyboard.type("j")
  await expect(aside(page).getByText("Reading the discussion …")).toBeVisible()
  await page.keyboard.type("mx1j")
  await letGo()
  const field = aside(page).getByRole("textbox", { name: "Begin a discussion" })
  await expect(field).toBeFocused()
  await page.keyboard.type("Was she raised?")
  await expect(field).toHaveValue("Was she raised?")
  await expect(claim(page)).toHaveText(ship(2))
  expect(await labelsOf(page, text)).toEqual([null, null])
})
