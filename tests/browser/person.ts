import { AxeBuilder } from "@axe-core/playwright"
import { test as base, expect, type Page } from "@playwright/test"
import { demoPassword } from "../../lib/domain/demo.ts"

/** A test whose page fails it when the browser logs an error. */
export const test = base.extend<{ page: Page }>({
  page: async ({ page }, use) => {
    const errors: string[] = []
    page.on("console", message => message.type() === "error" && errors.push(message.text()))
    page.on("pageerror", error => errors.push(error.message))
    await use(page)
    expect(errors, "errors in the browser's console").toEqual([])
  },
})
export { expect }

/** Sign in with the form, as everybody does. */
export async function signIn(page: Page, email: string): Promise<void> {
  await page.goto("/sign-in")
  await page.getByLabel("E-mail address").fill(email)
  await page.getByLabel("Password", { exact: true }).fill(demoPassword)
  await page.getByRole("button", { name: "Sign in", exact: true }).click()
  await page.waitForURL("**/projects")
}

/** What axe finds wrong with the page as it stands: nothing. */
export async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]).analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(node => node.target.join(" ")).join(", ")}`)).toEqual([])
}
