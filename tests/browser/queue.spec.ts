import type { Page } from "@playwright/test"
import { expect, expectSound, join, newProject, openDialog, post, signIn, test } from "./person.ts"

const ship = (number: number) => `The ship number ${number} sank in the spring of ${1900 + number}.`

/** A project with a text of so many claims, in which whoever is on the second page is a reviewer. */
async function shipsFor(page: Page, second: Page, claims: number): Promise<string> {
  await Promise.all([signIn(page, "owner@example.org"), signIn(second, "reviewer-1@example.org")])
  const project = await newProject(page, "Ships and their queue")
  const provenance = { title: "Ships", author: "", foundAt: "", foundOn: "", licence: "", language: "en" }
  const text = Array.from({ length: claims }, (_, at) => ship(at + 1)).join(" ")
  await post(page, `${project}/documents`, { id: crypto.randomUUID(), ...provenance, text, again: true })
  await join(page, second, project, "reviewer")
  return project
}

const claim = (page: Page) => page.getByRole("complementary", { name: "Claim" }).locator("blockquote").first()
const head = (page: Page) => page.getByRole("region", { name: "Queue", exact: true })
const about = (page: Page) => page.getByRole("region", { name: "About the queue" })
const notSaved = (page: Page) => page.getByText("not given yet")

/** Presses a label's key when the card is there, and waits until it is given. */
async function label(page: Page, key: "1" | "2" | "3"): Promise<void> {
  await expect(notSaved(page)).toBeVisible()
  await page.keyboard.press(key)
  await expect(head(page).getByText("You say")).toBeVisible()
}

test("two people work the queue and do not meet", async ({ page, second }) => {
  const project = await shipsFor(page, second, 4)
  await page.goto(`${project}/queue`)
  await expect(claim(page)).toHaveText(ship(1))
  await expect(page.getByRole("main"), "which holds all that the page is for").toHaveCount(1)
  await expect(about(page).and(page.locator("main *"))).toBeVisible()
  await second.goto(`${project}/queue`)
  await expect(claim(second)).toHaveText(ship(2))
  await expect(head(second)).toContainText("it is the next claim in the texts that needs you")
  await label(second, "3")
  await expect(about(second)).toContainText("You labelled 1 of 4")
  await second.keyboard.press("n")
  await expect(claim(second)).toHaveText(ship(3))
  await expect(head(second)).toContainText("Nobody else has labelled it; the policy wants two people.")
  await label(page, "2")
  await page.keyboard.press("n")
  await expect(claim(page)).toHaveText(ship(2))
  await expect(head(page)).toContainText("One other person has labelled it")
  await page.goto(project)
  await label(second, "3")
  await second.keyboard.press("n")
  await expect(claim(second), "which the first person labelled").toHaveText(ship(1))
})

test("who leaves the page gives the claim back, and who opens it on purpose is never kept out", async ({
  page,
  second,
}) => {
  const project = await shipsFor(page, second, 3)
  await page.goto(`${project}/queue`)
  await expect(claim(page)).toHaveText(ship(1))
  await page.goto(project)
  // The claim is given back while the page goes, which the server may hear a little later.
  await expect(async () => {
    await second.goto(`${project}/queue`)
    await expect(claim(second)).toHaveText(ship(1))
  }).toPass()
  await page.getByRole("link", { name: "Ships", exact: true }).click()
  await expect(claim(page)).toHaveText(ship(1))
  await page.keyboard.press("1")
  await expect(page.getByText("saved", { exact: true })).toBeVisible()
})

test("a skipped claim is left out until it is asked for, and editors see why", async ({ page, second }) => {
  const project = await shipsFor(page, second, 3)
  await second.goto(`${project}/queue`)
  await expect(claim(second)).toHaveText(ship(1))
  await second.keyboard.press("p")
  const dialog = openDialog(second)
  await dialog.getByRole("button", { name: "Skip the claim" }).click()
  await expect(dialog.getByText("Choose why you skip it.").first()).toBeVisible()
  await dialog.getByLabel("I can’t get at sources for it").check()
  await dialog.getByLabel("In your own words").fill("The archive is closed.")
  await dialog.getByRole("button", { name: "Skip the claim" }).click()
  await expect(claim(second)).toHaveText(ship(2))
  await page.goto(`${project}/work`)
  const skipped = page.getByRole("listitem").filter({ hasText: ship(1) })
  await expect(skipped).toContainText("I can’t get at sources for it. “The archive is closed.”")
  await second.reload()
  await second.getByRole("link", { name: "You skipped 1" }).click()
  await expect(claim(second)).toHaveText(ship(1))
  await expect(head(second)).toContainText("You skipped it: I can’t get at sources for it")
  await head(second).getByRole("button", { name: "Put it back into the queue" }).click()
  await second.goto(`${project}/queue?skipped=1`)
  await expect(second.getByText("Nothing skipped is left")).toBeVisible()
})

test("a key that is pressed at the moment the claim shows is not lost", async ({ page, second }) => {
  const project = await shipsFor(page, second, 1)
  await second.addInitScript(() => {
    // Told when the page has changed and before anything else runs, which no hand is fast enough for.
    const watch = new MutationObserver(() => {
      if (!document.querySelector("section[aria-label=Queue]")) return
      watch.disconnect()
      document.body.dispatchEvent(new KeyboardEvent("keydown", { key: "p", bubbles: true, cancelable: true }))
    })
    watch.observe(document, { childList: true, subtree: true })
  })
  await second.goto(`${project}/queue`)
  await expect(openDialog(second).getByRole("button", { name: "Skip the claim" })).toBeVisible()
})

/** Holds back the code that draws the text, until what is answered is called. */
async function holdText(page: Page): Promise<() => Promise<void>> {
  let letGo = () => {}
  const held = new Promise<void>(go => {
    letGo = go
  })
  const under: Promise<void>[] = []
  await page.route("**/_next/static/**/*.js", route => {
    const answered = route.fetch().then(async response => {
      const code = await response.text()
      if (code.includes('[data-unit="')) await held
      await route.fulfill({ response, body: code })
    })
    under.push(answered)
    return answered
  })
  return async () => {
    letGo()
    await Promise.all(under)
    await page.unroute("**/_next/static/**/*.js")
  }
}
const drawn = (page: Page) => page.locator("[data-unit]").first()

test("a text that comes late takes the focus from nothing", async ({ page, second }) => {
  const project = await shipsFor(page, second, 1)
  const letGo = await holdText(second)
  await second.goto(`${project}/queue`)
  const skip = head(second).getByRole("button", { name: /^Skip/ })
  await skip.click()
  const reason = openDialog(second).getByRole("radio").first()
  await expect(reason).toBeFocused()
  await expect(drawn(second)).toHaveCount(0)
  await letGo()
  await expect(drawn(second)).toBeVisible()
  await expect(reason).toBeFocused()
  await second.keyboard.press("Escape")
  await expect(skip).toBeFocused()
})

test("who went on before the text was there is shown where they are", async ({ page, second }) => {
  const project = await shipsFor(page, second, 3)
  const letGo = await holdText(second)
  await second.goto(`${project}/queue`)
  await expect(claim(second)).toHaveText(ship(1))
  await second.keyboard.press("j")
  await expect(claim(second)).toHaveText(ship(2))
  await expect(drawn(second)).toHaveCount(0)
  await letGo()
  await expect(second.locator("[data-unit]:focus")).toHaveText(ship(2))
})

test("an expert labels five claims with the keyboard alone, and is told when nothing is left", async ({
  page,
  second,
}) => {
  const project = await shipsFor(page, second, 5)
  await second.goto(`${project}/queue`)
  for (const [at, key] of (["1", "2", "3", "1", "3"] as const).entries()) {
    await expect(claim(second)).toHaveText(ship(at + 1))
    await label(second, key)
    await second.keyboard.press("n")
  }
  await expect(second.getByText("Nothing left for you now")).toBeVisible()
  await expect(about(second)).toContainText("You labelled 5 of 5")
  await expectSound(second, "the queue's end")
})

test("looking elsewhere in the text leads back with a key", async ({ page, second }) => {
  const project = await shipsFor(page, second, 3)
  await page.goto(`${project}/queue`)
  await expect(claim(page)).toHaveText(ship(1))
  await expect(notSaved(page)).toBeVisible()
  await page.keyboard.press("j")
  await expect(claim(page)).toHaveText(ship(2))
  await page.keyboard.press("n")
  await expect(claim(page)).toHaveText(ship(1))
})

test("an owner picks the order, and the page says why the claim comes", async ({ page, second }) => {
  const project = await shipsFor(page, second, 3)
  await page.goto(`${project}/queue`)
  await about(page).getByRole("button", { name: "Change the order" }).click()
  await openDialog(page).getByLabel("Fewest people first").check()
  await expectSound(page, "the order of the queue")
  await openDialog(page).getByRole("button", { name: "Save the order" }).click()
  await expect(about(page)).toContainText("Fewest people first.")
  await second.goto(`${project}/queue`)
  await expect(head(second)).toContainText("claims that the fewest people labelled come first")
  await expect(about(second).getByRole("button")).toHaveCount(0)
})

test("claims are assigned evenly to two people, come to them in the queue, and are passed on", async ({
  page,
  second,
}) => {
  const project = await shipsFor(page, second, 6)
  await page.goto(`${project}/work`)
  await page.getByRole("button", { name: "Assign claims" }).click()
  const dialog = openDialog(page)
  await dialog.getByLabel("From claim").fill("2")
  await dialog.getByLabel("To claim").fill("5")
  await dialog.getByLabel(/^Amara Okafor/).check()
  await dialog.getByLabel(/^Vera Lindqvist/).check()
  await expectSound(page, "assigning")
  await dialog.getByRole("button", { name: "See who gets how many" }).click()
  const preview = dialog.getByRole("region", { name: "Who gets how many" })
  await expect(preview).toContainText("four claims chosen.")
  await expect(preview.getByRole("listitem")).toHaveText([/: 2$/, /: 2$/])
  await dialog.getByRole("button", { name: "Assign them" }).click()
  await expect(page.getByRole("row", { name: /^Amara Okafor/ })).toContainText("0 of 2 done")
  await second.goto(`${project}/queue`)
  await expect(about(second)).toContainText("Assigned to you: 0 of 2 done")
  await expectSound(second, "the queue")
  await page.goto(`${project}/queue`)
  await expect(about(page)).toContainText("Assigned to you: 0 of 2 done")
  await second.goto(`${project}/work`)
  await expect(second.getByRole("row", { name: /^Amara Okafor/ })).toContainText("0 of 2 done")
  await expect(second.getByText("Vera Lindqvist")).toHaveCount(0)
  await page.goto(`${project}/work`)
  await page.getByRole("button", { name: "Pass on or end the work of Amara Okafor" }).click()
  await openDialog(page)
    .getByLabel(/^Vera Lindqvist/)
    .check()
  await openDialog(page).getByRole("button", { name: "Pass them on" }).click()
  await expect(page.getByRole("row", { name: /^Vera Lindqvist/ })).toContainText("0 of 4 done")
  await expect(page.getByRole("row", { name: /^Amara Okafor/ })).toContainText("nothing")
  await expectSound(page, "the work page")
})
