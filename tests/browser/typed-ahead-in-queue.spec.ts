import { deafen, expect, hold, join, openDialog, post, read, signIn, test } from "./person.ts"
import { aside, cards, claim, labelsOf, saved, ship, ships } from "./ships.ts"

// A stream that is kept from a page is an error in its console.
test.use({ refusals: [0] })

test("in the queue a label and the way on can be typed at once", async ({ page }) => {
  const { project, text } = await ships(page, 3)
  await page.goto(`${project}/queue`)
  await expect(claim(page)).toHaveText(ship(1))
  await page.keyboard.type("1n2n")
  await expect(claim(page)).toHaveText(ship(3))
  await expect(openDialog(page)).toHaveCount(0)
  expect(await labelsOf(page, text)).toEqual(["documented", "disputed", null])
})

test("a key that is pressed before it is drawn what the one before it did waits for that", async ({ page }) => {
  const { project, text } = await ships(page, 2)
  const letGo = await hold(page, cards)
  await page.addInitScript(() => {
    // Pressed when the label is sent and before anything is drawn of it, which a hand hits by chance only.
    const ask = window.fetch
    window.fetch = (...what) => {
      const press = new KeyboardEvent("keydown", { key: "n", bubbles: true, cancelable: true })
      if (String(what[0]).endsWith("/annotation")) document.body.dispatchEvent(press)
      return ask(...what)
    }
  })
  await page.goto(`${project}/queue`)
  await expect(claim(page)).toHaveText(ship(1))
  await expect(aside(page).getByText("not given yet")).toHaveCount(0)
  await page.keyboard.press("1")
  await letGo()
  await expect(claim(page)).toHaveText(ship(2))
  await expect(openDialog(page)).toHaveCount(0)
  expect(await labelsOf(page, text)).toEqual(["documented", null])
})

test("what is typed while the dialog for skipping is on its way labels nothing", async ({ page }) => {
  const { project, text } = await ships(page, 2)
  await page.goto(`${project}/queue`)
  await expect(claim(page)).toHaveText(ship(1))
  const letGo = await hold(page, "**/_next/static/**")
  await page.keyboard.type("p1j2")
  await letGo()
  await expect(openDialog(page).getByRole("button", { name: "Skip the claim" })).toBeVisible()
  await page.keyboard.press("Escape")
  await expect(openDialog(page)).toHaveCount(0)
  await expect(claim(page)).toHaveText(ship(1))
  expect(await labelsOf(page, text)).toEqual([null, null])
})

test("the queue’s next claim is shown also when somebody cut it since the text was read, and what was typed ahead is for it", async ({
  page,
  second,
}) => {
  const { project, text } = await ships(page, 3)
  await signIn(second, "editor@example.org")
  await join(page, second, project, "editor")
  await deafen(page)
  await page.goto(`${project}/queue`)
  await expect(claim(page)).toHaveText(ship(1))
  await expect(aside(page).getByText("not given yet")).toBeVisible()
  const { units } = await read<{ units: { id: string; start: number; version: number }[] }>(second, text)
  const cut = units[1]!
  const ids = [crypto.randomUUID(), crypto.randomUUID()]
  await post(second, `${text}/split`, { unitId: cut.id, version: cut.version, at: cut.start + 9, ids })
  await page.keyboard.type("1n2")
  await expect(claim(page)).toHaveText("The ship ")
  await saved(page)
  expect(await labelsOf(page, text)).toEqual(["documented", "disputed", null, null])
})
