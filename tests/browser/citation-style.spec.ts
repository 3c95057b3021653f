import { expect, expectSound, newProject, post, signIn, test } from "./person.ts"

test.use({ refusals: [422] })

test("an owner chooses a style, sees it at work, and is told what is wrong with a file that is none", async ({
  page,
}) => {
  await signIn(page, "owner@example.org")
  const project = await newProject(page, "A matter of style")
  await page.goto(`${project}/citation-style`)
  await expect(page.getByText("There is no source yet to show it with.")).toBeVisible()
  const csl = {
    type: "book",
    title: "The Secret History",
    author: [{ family: "Orlov", given: "Alexander" }],
    issued: { "date-parts": [[1953]] },
  }
  const id = crypto.randomUUID()
  await post(page, `${project}/sources`, { id, kind: "memoir", csl, archive: null })
  await page.reload()
  const sample = page.getByRole("region", { name: "So they are set now" })
  await expect(sample).toContainText("Orlov, Alexander. The Secret History. 1953.")
  await expectSound(page, "citation style")
  await page.getByLabel("Style", { exact: true }).selectOption({ label: "APA" })
  await page.getByRole("button", { name: "Use this style" }).click()
  await expect(sample).toContainText("Orlov, A. (1953). The Secret History.")
  await page.getByLabel("Another style").setInputFiles({
    name: "page.csl",
    mimeType: "text/xml",
    buffer: Buffer.from("<html/>"),
  })
  await expect(page.getByText("It is not a style of the Citation Style Language.")).toBeVisible()
  await page.goto(`${project}/sources/${id}`)
  await expect(page.getByText("Orlov, A. (1953).").first()).toBeVisible()
})
