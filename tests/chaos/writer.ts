import { chromium, type Locator } from "@playwright/test"
import { database } from "../../lib/db/client.ts"
import type { Ground } from "./reviewers.ts"

/** What somebody in front of a browser saw of a fault. */
export interface Seen {
  /** What the screen said when the label did not get through, and after how many milliseconds; null when it said nothing. */
  readonly said: string | null
  readonly saidAfter: number
  /** Whether all that was typed was in the editor afterwards. */
  readonly kept: boolean
  /** Milliseconds from the fault's end until it was saved, and whether the person had to press the button for it. */
  readonly savedAfter: number | null
  readonly byHand: boolean
  /** Errors that the page's scripts threw. */
  readonly errors: readonly string[]
}

/** Somebody who has a text open in a browser and writes reasons. */
export interface Writer {
  /** Type a reason for the next claim, before anything is wrong. */
  readonly begin: () => Promise<void>
  /** While it is wrong: type on, and give the label that the reason goes with. */
  readonly insist: () => Promise<void>
  /** After it: wait until it is saved, and look into the database for every word. */
  readonly end: (since: number) => Promise<Seen>
  readonly close: () => Promise<void>
}

const [before, during] = ["The register of the port has it so,", " and a letter of the captain confirms it."]
/** Milliseconds that the screen may keep silent about what did not get through, and that it may take to save it by itself. */
const [silence, patience] = [20_000, 45_000]

export async function startWriter(
  origin: string,
  { projectId, documents }: Ground,
  person: Ground["reviewers"][number],
  executablePath: string,
): Promise<Writer> {
  const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] })
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  const [, name = "", value = ""] = /^([^=]+)=([^;]+)/.exec(person.cookie) ?? []
  await context.addCookies([{ name, value, url: origin }])
  const page = await context.newPage()
  const errors: string[] = []
  page.on("pageerror", error => errors.push(error.message))
  const card = page.getByRole("complementary", { name: "Claim" })
  const editor = card.getByRole("textbox", { name: "Rationale" })
  const saved = card.getByText(/^saved/)
  const unsaved = card.getByRole("alert").filter({ hasText: "is not saved" })
  let claim = 0
  let seen = { said: null as string | null, saidAfter: 0, words: "" }
  return {
    begin: async () => {
      const unit = documents[0]!.units[claim++]!
      await page.goto(`${origin}/projects/${projectId}/documents/${documents[0]!.id}?unit=${unit}`)
      await card.getByText("not given yet").waitFor()
      await page.waitForTimeout(1_000)
      await card.getByRole("button", { name: "Write the reason" }).click()
      await editor.click()
      await page.keyboard.type(before)
      await page.waitForTimeout(300)
    },
    insist: async () => {
      await editor.click()
      await page.keyboard.press("ControlOrMeta+End")
      await page.keyboard.type(during)
      const asked = performance.now()
      await card.getByRole("button", { name: /^Disputed/ }).click()
      await unsaved
        .or(saved)
        .first()
        .waitFor({ timeout: silence })
        .catch(() => {})
      const said = (await unsaved.isVisible()) ? await unsaved.locator("p").first().innerText() : null
      seen = { said, saidAfter: performance.now() - asked, words: await typed(editor) }
    },
    end: async since => {
      const unitId = documents[0]!.units[claim - 1]!
      const alone = await saved.waitFor({ timeout: patience }).then(
        () => true,
        () => false,
      )
      const again = card.getByRole("button", { name: "Save it now" })
      if (!alone && (await again.isVisible())) {
        await again.click()
        await saved.waitFor({ timeout: patience }).catch(() => {})
      }
      const savedAfter = performance.now() - since
      const stored = await database().annotation.findFirst({
        where: { unitId, reviewerId: person.id, current: true, label: "disputed" },
      })
      const { said, saidAfter } = seen
      return {
        said,
        saidAfter,
        // What was saved at once is not in hand any more.
        kept: seen.words === before + during || (said === null && alone && stored !== null),
        savedAfter: stored?.rationaleText.trim() === before + during ? savedAfter : null,
        byHand: !alone,
        errors: errors.splice(0),
      }
    },
    close: () => browser.close(),
  }
}

/** What stands in the editor. */
const typed = async (editor: Locator): Promise<string> =>
  (await editor.isVisible()) ? (await editor.innerText()).trim() : ""
