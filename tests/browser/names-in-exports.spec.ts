import { demoPassword } from "../../lib/domain/demo.ts"
import { expect, expectSound, newProject, post, signIn, test } from "./person.ts"

test.use({ refusals: [422] })
test.slow()

test("somebody gives their ORCID iD and chooses what exports call them; the project allows less", async ({
  page,
  second,
}) => {
  await signIn(page, "owner@example.org")
  const project = await newProject(page, "Names in exports")
  const invitation = { id: crypto.randomUUID(), role: "reviewer", note: "" }
  const { path } = await post(page, `${project}/invitations`, invitation)
  await second.goto(String(path))
  const email = `${crypto.randomUUID()}@example.org`
  await second.getByLabel("Name", { exact: true }).fill("Leila Haddad")
  await second.getByLabel("E-mail address").fill(email)
  await second.getByLabel("Password", { exact: true }).fill(demoPassword)
  await second.getByRole("button", { name: /join/i }).click()
  await second.waitForURL(`**${project}`)
  await second.goto("/account")
  const form = second.locator("#exports")
  const save = form.getByRole("button", { name: "Save what exports call you" })
  await expect(form.getByRole("radio", { name: "By name" })).toBeChecked()
  await form.getByLabel("ORCID iD").fill("0000-0002-1825-0098")
  await save.click()
  await expect(form.getByText("The last digit does not fit the others.")).toBeVisible()
  await form.getByLabel("ORCID iD").fill("https://orcid.org/0000-0002-1825-0097")
  await form.getByRole("radio", { name: "Not at all" }).check()
  await save.click()
  await expect(second.getByText("What exports may call you is saved.")).toBeVisible()
  await second.reload()
  await expect(form.getByRole("radio", { name: "Not at all" })).toBeChecked()
  await expect(form.getByLabel("ORCID iD")).toHaveValue("0000-0002-1825-0097")
  await expectSound(second, "account")
  await page.goto(`${project}/policy`)
  await page.getByRole("group", { name: "How exports may name people at most" }).getByLabel("By pseudonym").check()
  await page.getByRole("button", { name: "Save how exports name people" }).click()
  await expect(page.getByText("Exports show people under pseudonyms at most")).toBeVisible()
  await expectSound(page, "policy")
  await second.goto(`${project}/policy`)
  await expect(second.getByText("Exports show people under pseudonyms at most")).toBeVisible()
  await expect(second.getByRole("button", { name: "Save how exports name people" })).toHaveCount(0)
})

test("the preview names people as the file will", async ({ page }) => {
  await signIn(page, "owner@example.org")
  await page.goto("/projects/5a3b1c00-0000-4000-8000-000000000001/export?dissent=with")
  await page.getByLabel("People are named").selectOption({ label: "Not at all" })
  await page.getByRole("button", { name: "Show" }).click()
  await page.waitForURL("**names=none**")
  await expect(page.getByText(/^Dissent of A reviewer:/).first()).toBeVisible()
  const download = await page.getByRole("link", { name: "Report in Markdown" }).getAttribute("href")
  expect(download).toContain("names=none")
  const file = await page.request.get(String(download))
  expect(await file.text()).toContain("Nobody is named: everybody stands as “A reviewer”.")
  await expectSound(page, "export without names")
})
