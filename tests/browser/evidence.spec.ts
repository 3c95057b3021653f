import { deafen, expect, expectAccessible, newProject, openDialog, post, signIn, test } from "./person.ts"

test.use({ refusals: [0, 409] })

/** A project with three books, by their titles. */
async function shelf(page: Parameters<typeof newProject>[0]) {
  await signIn(page, "owner@example.org")
  const project = await newProject(page, "A shelf with a lineage")
  const ids: Record<string, string> = {}
  for (const title of ["Memoir", "Handbook", "Article"]) {
    ids[title] = crypto.randomUUID()
    await post(page, `${project}/sources`, {
      id: ids[title],
      kind: "memoir",
      csl: { type: "book", title },
      archive: null,
    })
  }
  return { project, ids }
}

test("a source is graded with a reason, graded again, and both stay to be read", async ({ page }) => {
  const { project, ids } = await shelf(page)
  await page.goto(`${project}/sources/${ids["Memoir"]}`)
  await expect(page.getByText("Nobody has graded this source yet.")).toBeVisible()
  await page.getByRole("button", { name: "Grade it" }).click()
  const dialog = openDialog(page)
  await dialog.getByRole("button", { name: "Save the grade" }).click()
  await expect(dialog.getByText("Choose a grade from A to F.")).toBeVisible()
  await dialog.getByRole("radio", { name: "C: Fairly reliable" }).check()
  await dialog.getByLabel("Reason").fill("She wrote from memory.")
  await expectAccessible(page)
  await dialog.getByRole("button", { name: "Save the grade" }).click()
  await expect(dialog).toBeHidden()
  const grade = page.getByRole("region", { name: "Reliability" })
  await expect(grade.getByText("Fairly reliable")).toBeVisible()
  await expect(grade.getByText("F and 6 are not bad marks")).toBeVisible()
  await page.getByRole("button", { name: "Grade it again" }).click()
  await dialog.getByRole("radio", { name: "E: Unreliable" }).check()
  await dialog.getByLabel("Reason").fill("Her dates are wrong throughout.")
  await dialog.getByRole("button", { name: "Save the grade" }).click()
  await expect(grade.getByRole("listitem").filter({ hasText: "She wrote from memory." })).toContainText("C")
  await expect(grade.getByRole("listitem").filter({ hasText: "Her dates are wrong" })).toContainText("E")
})

test("two who grade at once: the later one sees both and chooses", async ({ page, second }) => {
  const { project, ids } = await shelf(page)
  const at = `${project}/sources/${ids["Memoir"]}`
  await signIn(second, "owner@example.org")
  await deafen(second)
  for (const [who, grade] of [
    [page, "B: Usually reliable"],
    [second, "D: Not usually reliable"],
  ] as const) {
    await who.goto(at)
    await who.getByRole("button", { name: "Grade it" }).click()
    await who.getByRole("radio", { name: grade }).check()
    await who.getByLabel("Reason").fill(`It is ${grade}.`)
  }
  await page.getByRole("button", { name: "Save the grade" }).click()
  await expect(openDialog(page)).toBeHidden()
  await second.getByRole("button", { name: "Save the grade" }).click()
  const dialog = openDialog(second)
  const versions = dialog.getByRole("region", { name: "in the meantime" })
  await expect(versions.getByRole("group", { name: "Reliability" })).toContainText("B: Usually reliable")
  await expectAccessible(second)
  await versions.getByRole("button", { name: "Yours everywhere" }).click()
  await versions.getByRole("button", { name: "Save what is chosen" }).click()
  await expect(dialog).toBeHidden()
  await expect(second.getByRole("region", { name: "Reliability" }).getByRole("listitem")).toHaveCount(5)
})

test("a record is merged into another and taken out again", async ({ page }) => {
  const { project, ids } = await shelf(page)
  await page.goto(`${project}/sources/${ids["Article"]}`)
  await page.getByRole("button", { name: "Merge into another record" }).click()
  const dialog = openDialog(page)
  await dialog.getByRole("button", { name: "Merge", exact: true }).click()
  await expect(dialog.getByText("Choose the record that stays.")).toBeVisible()
  await dialog.getByRole("combobox").fill("Handbook")
  await page.getByRole("option", { name: "Handbook" }).click()
  await expectAccessible(page)
  await dialog.getByRole("button", { name: "Merge", exact: true }).click()
  await page.waitForURL(`**/sources/${ids["Handbook"]}`)
  await expect(page.getByRole("region", { name: "Merged into it" })).toContainText("Article")
  await expectAccessible(page)
  await page.getByRole("button", { name: "Take it out again: Article" }).click()
  await expect(page.getByRole("region", { name: "Merged into it" })).toBeHidden()
})

test("the lineage is stated, drawn and taken back, and a circle is refused with its chain", async ({ page }) => {
  const { project, ids } = await shelf(page)
  const state = async (from: string, origin: string) => {
    await page.goto(`${project}/sources/${ids[from]}`)
    await page.getByRole("button", { name: "It derives from …" }).click()
    const dialog = openDialog(page)
    await dialog.getByRole("combobox").fill(origin)
    await page.getByRole("option", { name: origin }).click()
    await dialog.getByRole("button", { name: "State it" }).click()
    return dialog
  }
  await expect(await state("Handbook", "Memoir")).toBeHidden()
  await expect(await state("Article", "Handbook")).toBeHidden()
  const lineage = page.getByRole("region", { name: "Lineage" })
  await expect(lineage.getByText("its word goes back to “Memoir”")).toBeVisible()
  await expect(lineage.locator(".react-flow__node")).toHaveCount(3)
  await expectAccessible(page)
  const refused = await state("Memoir", "Article")
  await expect(refused.getByRole("alert")).toContainText(
    "“Memoir” cannot derive from “Article”: “Article” derives from “Handbook”, which derives from “Memoir”.",
  )
  await page.keyboard.press("Escape")
  await page.goto(`${project}/sources/${ids["Article"]}`)
  await lineage.getByRole("button", { name: /^Take it back: the link with “Handbook/ }).click()
  await openDialog(page).getByLabel("Reason").fill("It has other sources.")
  await openDialog(page).getByRole("button", { name: "Take it back" }).click()
  await expect(lineage.getByText("It is not known to derive from another source")).toBeVisible()
})

test("a source that was taken in by mistake is deleted with the snapshots that one was shown", async ({
  page,
  second,
}) => {
  const { project, ids } = await shelf(page)
  await page.goto(`${project}/sources/${ids["Memoir"]}`)
  await page.getByRole("button", { name: "Add a snapshot" }).click()
  const dialog = openDialog(page)
  await dialog.getByLabel("Or paste the text").fill("The lamp was lit in March.")
  await dialog.getByRole("button", { name: "Keep it" }).click()
  await expect(dialog).toBeHidden()
  await page.getByRole("button", { name: "Delete the source" }).click()
  const asked = page.getByRole("alertdialog")
  await expect(asked).toContainText("The snapshot of it will be deleted too.")
  await signIn(second, "owner@example.org")
  const file = { fileName: "lamp.txt", base64: Buffer.from("It was lit in April.").toString("base64") }
  const snapshot = { id: crypto.randomUUID(), takenOn: "2026-11-30", ...file }
  await post(second, `${project}/sources/${ids["Memoir"]}/snapshots`, snapshot)
  await asked.getByRole("button", { name: "Delete it" }).click()
  await expect(asked).toContainText("With this source 2 snapshots of it would be deleted")
  await expect(asked).toContainText("The 2 snapshots of it will be deleted too.")
  await expectAccessible(page)
  await asked.getByRole("button", { name: "Delete it" }).click()
  await expect(page.getByText("The source is deleted.")).toBeVisible()
  await expect(page.getByRole("link", { name: "Handbook" })).toBeVisible()
  await expect(page.getByRole("link", { name: "Memoir" })).toBeHidden()
  await page.goto(`${project}/activity`)
  await expect(page.getByText("with two snapshots of it.")).toBeVisible()
})
