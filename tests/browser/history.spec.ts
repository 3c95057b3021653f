import { uuidv7 } from "uuidv7"
import { plainRationale } from "../../lib/domain/rationale.ts"
import { expect, expectSound, newProject, openDialog, post, signIn, test } from "./person.ts"

test.use({ refusals: [409] })
test.slow()

test("the history of a claim shows before and after, and gives one's own earlier rationale again", async ({ page }) => {
  await signIn(page, "owner@example.org")
  const project = await newProject(page, `A history ${crypto.randomUUID()}`)
  const id = uuidv7()
  const provenance = { title: "Log book", author: "", foundAt: "", foundOn: "", licence: "", language: "en" }
  const text = "The ship sank in 1912. It was raised in 1920."
  await post(page, `${project}/documents`, { id, ...provenance, text, again: true })
  await page.goto(`${project}/documents/${id}`)
  await page.getByRole("link", { name: "History of this passage" }).click()
  await page.waitForURL("**/claims/*/history")
  await expect(page.getByText("Nothing matches")).toBeVisible()
  const history = new URL(page.url()).pathname
  const unitId = history.split("/").at(-2)!

  const say = async (words: string, seen: string | null) => {
    const said = { unitId, id: uuidv7(), label: "disputed", confidence: "low", said: null, seen }
    await post(page, `/documents/${id}/annotation`, { ...said, rationale: plainRationale(words) })
    return said.id
  }
  const second = await say("The diary says 1913.", await say("The register says 1913.", null))
  await page.goto(history)
  const newest = page.getByRole("listitem").filter({ hasText: "changed their label" })
  // By the keyboard alone: the sentence is the button that opens it.
  await newest.locator("summary").focus()
  await page.keyboard.press("Enter")
  await expect(newest.getByRole("deletion")).toContainText("register")
  await expect(newest.getByRole("insertion")).toContainText("diary")
  await expectSound(page, "a change that is open")

  await newest.getByRole("button", { name: "Give this label again, as before this change" }).click()
  const dialog = await openDialog(page)
  await expect(dialog.getByRole("deletion")).toContainText("diary")
  await expectSound(page, "what would be brought back")
  // Somebody in another tab is quicker.
  await say("The letter says 1913.", second)
  await dialog.getByRole("button", { name: "Give this label again, as before this change" }).click()
  await expect(dialog.getByRole("alert")).toBeVisible()
  await expect(dialog.getByRole("deletion")).toContainText("letter")
  await dialog.getByRole("button", { name: "Give this label again, as before this change all the same" }).click()
  await expect(page.getByText("It is brought back, as a new change.")).toBeVisible()
  await expect(page.getByText("4 changes in all")).toBeVisible()

  const first = page.locator("main summary").first()
  await first.click()
  const last = page
    .getByRole("listitem")
    .filter({ has: page.locator("details[open]") })
    .first()
  await expect(last.getByRole("insertion")).toContainText("register")
  await last.getByRole("link", { name: "Link to this change" }).click()
  await page.waitForURL("**/history?at=*")
  await expect(page.locator("main summary").first()).toBeFocused()
  await expect(page.locator("main details[open]").getByRole("insertion")).toContainText("register")
  await page.getByRole("link", { name: "See it in the text" }).click()
  await page.waitForURL(`**/documents/${id}?unit=${unitId}`)
})
