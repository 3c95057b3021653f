import type { Page } from "@playwright/test"
import { expect, newProject, post, read, signIn } from "./person.ts"

export const ship = (number: number) => `The ship number ${number} sank in the spring of ${1900 + number}.`

/** A project of the page's person with a text of so many claims; answers the addresses of both. */
export async function ships(page: Page, claims: number): Promise<{ project: string; text: string }> {
  await signIn(page, "owner@example.org")
  const project = await newProject(page, "Ships that are labelled fast")
  const words = Array.from({ length: claims }, (_, at) => ship(at + 1)).join(" ")
  const provenance = { title: "Ships", author: "", foundAt: "", foundOn: "", licence: "", language: "en" }
  const id = crypto.randomUUID()
  await post(page, `${project}/documents`, { id, ...provenance, text: words, again: true })
  return { project, text: `/documents/${id}` }
}

export const aside = (page: Page) => page.getByRole("complementary", { name: "Claim" })
export const claim = (page: Page) => aside(page).locator("blockquote").first()
export const saved = (page: Page) => expect(aside(page).getByText("saved", { exact: true })).toBeVisible()

interface Units {
  readonly units: readonly { readonly kind: string; readonly start: number; readonly mine: string | null }[]
}

/** One's labels of a text's claims, in the order of the text. */
export const labelsOf = async (page: Page, text: string) =>
  (await read<Units>(page, text)).units.filter(({ kind }) => kind === "claim").map(({ mine }) => mine)

export const cards = /\/api\/v1\/documents\/[^/]+\/claims\/[^/]+$/
