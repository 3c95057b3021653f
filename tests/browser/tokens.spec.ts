import { expect, expectAccessible, signIn, test } from "./person.ts"

test("an access token is made, shown once, used by a program, and withdrawn", async ({ page, request }) => {
  const name = `A script of Leila’s, ${crypto.randomUUID().slice(0, 8)}`
  await signIn(page, "reviewer-3@example.org")
  await page.goto("/account")
  const make = page.getByRole("button", { name: "Make an access token" })
  await make.click()
  await expect(page.getByText("Fill this in.")).toBeVisible()
  await page.getByLabel("What it is for").fill(name)
  await page.getByLabel("How long it counts").selectOption("A week")
  await make.click()
  const token = await page.getByText(/^apparatus_\w{49}$/).innerText()
  await expectAccessible(page)
  const asked = () => request.get("/api/v1/projects", { headers: { authorization: `Bearer ${token}` } })
  expect((await asked()).status()).toBe(200)

  await page.reload()
  await expect(page.getByText(token)).toHaveCount(0)
  const line = page.getByRole("listitem").filter({ hasText: name })
  await expect(line).toContainText(`…${token.slice(-4)}`)
  await expect(line).toContainText(/may read; expires .*; last used/)
  await line.getByRole("button", { name: "Withdraw" }).click()
  await page.getByRole("alertdialog").getByRole("button", { name: "Withdraw" }).click()
  await expect(page.getByText(`“${name}” is withdrawn.`)).toBeVisible()
  await expect(line).toHaveCount(0)
  expect((await asked()).status()).toBe(401)
})
