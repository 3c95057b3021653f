import type { Locator, Page } from "@playwright/test"
import { newProject, openDialog, post, signIn } from "./person.ts"

/** The passages of each document that {@link desk} flags; the newest flag is on the last one. */
export const sentences = [
  "The marshal was arrested in May.",
  "The tribunal met on 11 June.",
  "The record is in Moscow.",
] as const
const text = sentences.join(" ")
const blank = { author: "", foundAt: "", foundOn: "", licence: "", language: "", again: false }

/** A project with two documents and the same three flags in each, the newest on the last sentence of the second. */
export async function desk(page: Page, name: string) {
  await signIn(page, "owner@example.org")
  const project = await newProject(page, name)
  const flags = []
  for (const title of ["First text", "Second text"]) {
    const id = crypto.randomUUID()
    await post(page, `${project}/documents`, { id, title, text, ...blank, again: true })
    for (const [n, quote] of sentences.entries()) {
      const start = text.indexOf(quote)
      const flagId = crypto.randomUUID()
      const words = { reason: n === 0 ? "misquoted" : "needs-source", note: "", blocking: n === 0 }
      await post(page, `/documents/${id}/flags`, { id: flagId, start, end: start + quote.length, quote, ...words })
      flags.push({ documentId: id, flagId })
    }
  }
  return { project, flags }
}

export const row = (page: Page, quote: string): Locator => page.getByRole("row").filter({ hasText: quote })

/** What is said beside the page in these words. */
export const notice = (page: Page, words: string): Locator =>
  page.getByRole("region", { name: "Notifications" }).getByRole("dialog").filter({ hasText: words })

/** The first row of the list is at hand. */
export async function begin(page: Page, address: string): Promise<void> {
  await page.goto(address)
  await page.getByRole("grid").getByRole("row").first().focus()
}

/** Gives the flag at hand, or those that are chosen, a day that is over. */
export async function date(page: Page): Promise<void> {
  await page.keyboard.press("d")
  await openDialog(page).getByLabel("The day by which they are due").fill("2020-01-01")
  await openDialog(page).getByRole("button", { name: "Set the date" }).click()
}
