import { enter, expect, expectSound, newProject, openDialog, post, signIn, test, type } from "./person.ts"

test.use({ refusals: [422] })

test("the rules can be read by anybody, each at its own address, and are sound", async ({ page }) => {
  await page.goto("/rules#hedge-word")
  await expect(page.getByRole("heading", { level: 1, name: "How a text is split" })).toBeVisible()
  const rule = page.getByRole("article", { name: "Uncertain" })
  await expect(rule).toBeInViewport()
  await expect(rule.locator("mark")).toHaveText("Perhaps")
  await expect(page.getByRole("article", { name: "Lost space" }).getByRole("listitem")).toHaveText([
    /^It lay in the archive\..*ends by this rule$/,
    /^In 1950 it was found\./,
  ])
  await expect(page.getByText("splitting alone does not show it", { exact: false })).toHaveCount(1)
  await page.getByRole("navigation", { name: "On this page" }).getByRole("link", { name: "Dates" }).click()
  await expect(page.getByRole("heading", { name: "Dates", exact: true })).toBeInViewport()
  await expect(page.getByRole("link", { name: "Sign in" })).toHaveAttribute("href", /next=%2Frules/)
  await expectSound(page, "the rules")
})

test("a text of one's own is split by keyboard", async ({ page }) => {
  await signIn(page, "reviewer-1@example.org")
  await page.goto("/rules")
  const field = page.getByLabel("Text", { exact: true })
  await type(page, field, "Orlova later recalled that the door was open. Who had left it so?")
  await enter(page, page.getByRole("button", { name: "Split it" }))
  await expect(page.getByRole("heading", { name: "2 units" })).toBeVisible()
  const first = page.getByRole("region", { name: "Try it" }).getByRole("listitem").first()
  await expect(first).toContainText("“Orlova later recalled”: Said by somebody, read as “Orlova”")
  await expect(first.getByRole("link", { name: "Assertion" })).toHaveAttribute("href", "#is-assertion")
  await expectSound(page, "a tried text")
})

test("a text that is too long to try is kept and told", async ({ page }) => {
  await signIn(page, "reviewer-1@example.org")
  await page.goto("/rules")
  const field = page.getByLabel("Text", { exact: true })
  const long = "He left. ".repeat(2_300)
  await field.fill(long)
  await page.getByRole("button", { name: "Split it" }).click()
  await expect(page.getByText("This is longer than 20,000 characters.", { exact: false })).toBeVisible()
  await expect(field).toHaveValue(long)
  await expectSound(page, "a text that is too long")
})

test("a claim's card says by which rules it came about, and leads to them; so does the help", async ({ page }) => {
  await signIn(page, "owner@example.org")
  const project = await newProject(page, "By which rules")
  const id = crypto.randomUUID()
  const blank = { author: "", foundAt: "", foundOn: "", licence: "", language: "en", again: false }
  await post(page, `${project}/documents`, { id, title: "A page", text: "Perhaps he knew. She left.", ...blank })
  await page.goto(`${project}/documents/${id}`)
  const card = page.getByRole("complementary", { name: "Claim" })
  await expect(card.getByText("Why: Assertion · Full stop")).toBeVisible()
  await card.getByRole("link", { name: /“Perhaps” hedge/ }).click()
  await page.waitForURL("**/rules#hedge-word")
  await expect(page.getByRole("article", { name: "Uncertain" })).toBeInViewport()
  await page.goBack()
  await page.waitForURL(`**/documents/${id}`)
  await expect(card.getByText("Why: Assertion · Full stop")).toBeVisible()
  await card.getByRole("button", { name: "Not a claim" }).click()
  await expect(card.getByText("Why: Full stop · kind set by hand")).toBeVisible()
  await page.keyboard.press("?")
  await openDialog(page).getByRole("link", { name: "rules of the splitter" }).click()
  await page.waitForURL("**/rules")
})
