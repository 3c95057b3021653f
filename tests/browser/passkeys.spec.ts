import type { Page } from "@playwright/test"
import { expect, expectSound, newProject, openDialog, post, signIn, test } from "./person.ts"

const password = "five patient archivists"

// Refused on purpose: 401 where the second step is missing, 403 for a proof.
test.use({ refusals: [401, 403] })

/** A device that shows its holder's finger whenever it is asked to; answers how to take it away. */
async function device(page: Page) {
  const chromium = await page.context().newCDPSession(page)
  await chromium.send("WebAuthn.enable")
  const options = {
    protocol: "ctap2",
    transport: "internal",
    hasResidentKey: true,
    hasUserVerification: true,
    isUserVerified: true,
    automaticPresenceSimulation: true,
  } as const
  const { authenticatorId } = await chromium.send("WebAuthn.addVirtualAuthenticator", { options })
  return { remove: () => chromium.send("WebAuthn.removeVirtualAuthenticator", { authenticatorId }) }
}

async function signOut(page: Page, here: string): Promise<void> {
  await page.context().clearCookies()
  await page.goto(`${here}/sign-in`)
}

test("a passkey is added, lets its person in alone and after the password, and is removed", async ({
  page,
  second,
  baseURL,
}) => {
  test.slow()
  // Browsers have passkeys for names alone, and the other tests are at a number.
  const here = `http://localhost:${new URL(baseURL!).port}`
  await signIn(page, "owner@example.org")
  const { path } = await post(page, `${await newProject(page, "For a careful reader")}/invitations`, {
    id: crypto.randomUUID(),
    role: "reader",
    note: "",
  })
  const email = `newcomer-${crypto.randomUUID().slice(0, 8)}@example.org`
  const secret = String(path).split("/").at(-1)
  await post(page, "/invitation/register", { secret, name: "Nora Beck", email, password })

  // At a number browsers have no passkeys, and the page says where they do.
  await second.goto("/sign-in")
  await second.getByRole("button", { name: "Sign in with a passkey" }).click()
  await expect(second.getByRole("main").getByRole("alert")).toContainText("Open http://localhost:")

  await signOut(page, here)
  const phone = await device(page)
  await page.getByLabel("E-mail address").fill(email)
  await page.getByLabel("Password", { exact: true }).fill(password)
  await page.keyboard.press("Enter")
  await page.waitForURL("**/projects")
  await page.goto(`${here}/account`)
  await page.getByLabel("Name of a new passkey").fill("My phone")
  await page.keyboard.press("Enter")
  await expect(page.getByRole("list", { name: "Recovery codes" }).getByRole("listitem")).toHaveCount(10)
  await page.getByRole("button", { name: "Done" }).click()
  const passkeys = page.getByRole("list", { name: "Passkeys" })
  await expect(passkeys).toContainText("never used")
  await expect(page.getByText("10 recovery codes are left")).toBeVisible()
  await page.getByRole("button", { name: "Rename the passkey My phone" }).click()
  await openDialog(page).getByLabel("Name").fill("Nora’s phone")
  await page.keyboard.press("Enter")
  await expect(passkeys).toContainText("Nora’s phone")
  await expectSound(page, "account with a passkey")
  await page.getByLabel("Name of a new passkey").fill("The same again")
  await page.keyboard.press("Enter")
  await expect(page.getByRole("main").getByRole("alert")).toContainText("has a passkey of your account already")

  await signOut(page, here)
  await page.getByRole("button", { name: "Sign in with a passkey" }).press("Enter")
  await page.waitForURL("**/projects")

  await signOut(page, here)
  await page.getByLabel("E-mail address").fill(email)
  await page.getByLabel("Password", { exact: true }).fill(password)
  await page.keyboard.press("Enter")
  const button = page.getByRole("button", { name: "Use your passkey" })
  await expect(button).toBeFocused()
  await expectSound(page, "signing in, a passkey as the second step")
  await button.press("Enter")
  await page.waitForURL("**/projects")

  await page.goto(`${here}/account`)
  await expect(page.locator("#events")).toContainText("Signed in: with the password and a passkey")
  await expect(page.locator("#events")).toContainText("Signed in: with a passkey")
  // As if it had been a while since the person signed in.
  await page.route(
    "**/api/v1/account/passkeys/*",
    route =>
      route.fulfill({
        status: 403,
        contentType: "application/problem+json",
        json: { code: "proof-needed", sentence: "." },
      }),
    { times: 1 },
  )
  await page.getByRole("button", { name: "Remove the passkey Nora’s phone" }).click()
  await page.getByRole("alertdialog").getByRole("button", { name: "Remove" }).click()
  await openDialog(page).getByRole("button", { name: "Confirm with a passkey" }).click()
  await expect(page.getByText("You have no passkeys.")).toBeVisible()
  await phone.remove()
})
