import { expect, expectSound, openDialog, signIn, test } from "./person.ts"

const sample = "/projects/5a3b1c00-0000-4000-8000-000000000001"
const scripts = "**/_next/static/**/*.js"

test.use({ refusals: [0] })

test("a dialog whose code can't be fetched says so over the page, and is there when it is tried again", async ({
  page,
}) => {
  await signIn(page, "owner@example.org")
  await page.goto(`${sample}/members`)
  await page.route(scripts, route => route.abort())
  const opener = page.getByRole("button", { name: "Invite somebody" })
  const trouble = page.getByRole("main").getByRole("alert")
  await opener.click()
  await expect(trouble).toContainText("This part could not be loaded.")
  const again = trouble.getByRole("button", { name: "Try again" })
  await expect(again).toBeFocused()
  await expectSound(page, "a dialog whose code can't be fetched")
  await page.keyboard.press("Escape")
  await expect(trouble).toHaveCount(0)
  await expect(opener).toBeFocused()

  await page.keyboard.press("Enter")
  await expect(again, "which is tried anew each time it is opened").toBeFocused()
  await page.keyboard.press("Enter")
  await expect(again).toHaveCount(0)
  await expect(again, "while there is no network").toBeFocused()
  await page.unroute(scripts)
  await page.keyboard.press("Enter")
  await expect(openDialog(page)).toBeVisible()
  await page.keyboard.press("Escape")
  await expect(openDialog(page)).toHaveCount(0)
  await expect(opener).toBeFocused()
})
