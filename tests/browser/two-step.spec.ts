import type { Page } from "@playwright/test"
import { codeOf } from "../support/app-codes.ts"
import { expect, expectAccessible, expectSound, newProject, openDialog, post, signIn, test } from "./person.ts"

const password = "five patient archivists"

// Refused on purpose: 401 and 422 for codes, 403 for a proof.
test.use({ refusals: [401, 403, 422] })

/** Somebody new, whose account no other test knows; answers their e-mail address. */
async function newcomer(owner: Page, project: string): Promise<string> {
  const { path } = await post(owner, `${project}/invitations`, { id: crypto.randomUUID(), role: "reader", note: "" })
  const secret = String(path).split("/").at(-1)
  const email = `newcomer-${crypto.randomUUID().slice(0, 8)}@example.org`
  await post(owner, "/invitation/register", { secret, name: "Nora Beck", email, password })
  return email
}

async function typePassword(page: Page, email: string): Promise<void> {
  await page.goto("/sign-in")
  await page.getByLabel("E-mail address").fill(email)
  await page.getByLabel("Password", { exact: true }).fill(password)
  await page.keyboard.press("Enter")
}

test("two-step sign-in is set up, asked for, confirmed over a form, and switched off", async ({ page, second }) => {
  test.slow()
  await signIn(page, "owner@example.org")
  const email = await newcomer(page, await newProject(page, "For a careful reader"))
  await page.context().clearCookies()
  await typePassword(page, email)
  await page.waitForURL("**/projects")

  await page.goto("/account")
  await page.getByRole("button", { name: "Set up two-step sign-in" }).click()
  await expect(page.getByRole("img", { name: "QR code for an authenticator app" })).toBeVisible()
  await expectSound(page, "setting up two-step sign-in")
  const words = await page.getByText(/^([A-Z2-7]{4} ){7}[A-Z2-7]{4}$/).innerText()
  await page.getByLabel("The app’s code").fill("12345")
  await page.keyboard.press("Enter")
  await expect(page.getByRole("main").getByRole("alert")).toContainText("The code is not right")
  await page.getByLabel("The app’s code").fill(codeOf(words, -1))
  await page.keyboard.press("Enter")
  const codes = page.getByRole("list", { name: "Recovery codes" }).getByRole("listitem")
  await expect(codes).toHaveCount(10)
  await expectAccessible(page)
  const recovery = await codes.first().innerText()
  await page.getByRole("button", { name: "Done" }).click()
  await expect(page.getByText("10 recovery codes are left")).toBeVisible()

  await typePassword(second, email)
  await expect(second.getByLabel("Code", { exact: true })).toBeFocused()
  await expectSound(second, "signing in, the second step")
  await second.getByLabel("Code", { exact: true }).fill("12345")
  await second.keyboard.press("Enter")
  await expect(second.getByRole("main").getByRole("alert")).toContainText("The code is not right")
  await expect(second.getByLabel("Password", { exact: true })).toHaveValue(password)
  await second.getByRole("button", { name: "Use a recovery code" }).click()
  await second.getByLabel("Recovery code").fill(recovery.toLowerCase())
  await second.keyboard.press("Enter")
  await second.waitForURL("**/projects")

  // As if it had been a while since the person signed in.
  await page.route(
    "**/api/v1/account/tokens",
    route =>
      route.fulfill({
        status: 403,
        contentType: "application/problem+json",
        json: { code: "proof-needed", sentence: "." },
      }),
    { times: 1 },
  )
  await page.getByLabel("What it is for").fill("A script of Nora’s")
  await page.keyboard.press("Enter")
  const dialog = openDialog(page)
  await expect(dialog).toContainText("Confirm that it is you")
  await dialog.getByLabel("Password").fill(password)
  await page.keyboard.press("Enter")
  await expect(dialog.getByLabel("Code", { exact: true })).toBeFocused()
  await expectSound(page, "confirming that it is you")
  await dialog.getByLabel("Code", { exact: true }).fill(codeOf(words))
  await page.keyboard.press("Enter")
  await expect(page.getByText(/^apparatus_\w{49}$/)).toBeVisible()
  await expect(page.getByText("This is the access token “A script of Nora’s”.")).toBeVisible()

  const events = page.locator("#events")
  await page.reload()
  await expect(events).toContainText("Signed in: with the password and a recovery code")
  await expect(events).toContainText("Sign-in refused: the password was right and the code was not")
  await page.getByRole("button", { name: "Switch it off" }).click()
  await page.getByRole("alertdialog").getByRole("button", { name: "Switch it off" }).click()
  await expect(page.getByRole("button", { name: "Set up two-step sign-in" })).toBeVisible()
})
