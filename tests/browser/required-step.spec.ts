import { chmodSync, mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { freePort } from "../../lib/boot/postgres.js"
import { demoPassword } from "../../lib/domain/demo.ts"
import { answers, gone, startServer } from "../chaos/server-process.ts"
import { codeOf } from "../support/app-codes.ts"
import { expect, expectSound, test } from "./person.ts"

test("where a second step is asked of everybody, one is led to set it up, and then on to where one was going", async ({
  page,
}) => {
  test.slow()
  const data = mkdtempSync(join(tmpdir(), "apparatus-step-"))
  // PostgreSQL runs as another user when this is root, and has to reach its folder.
  chmodSync(data, 0o755)
  const port = await freePort()
  const here = `http://127.0.0.1:${port}`
  const server = startServer(port, data, { SECOND_STEP: "required" })
  try {
    await answers(`${here}/sign-in`, server)
    await page.goto(`${here}/inbox`)
    await page.getByLabel("E-mail address").fill("editor@example.org")
    await page.getByLabel("Password", { exact: true }).fill(demoPassword)
    await page.keyboard.press("Enter")
    const note = page.getByRole("status").filter({ hasText: "second step" })
    await expect(note).toContainText("This server asks for a second step after the password")
    const parts = page.getByRole("main").getByRole("heading", { level: 2 })
    const own = ["Password", "Two-step sign-in", "Passkeys", "Sessions", "What happened", "Delete this account"]
    await expect(parts, "what would be refused is not offered").toHaveText(own)
    await expectSound(page, "a second step that everybody needs")
    await page.goto(`${here}/projects`)
    await expect(note).toBeVisible()
    await page.goto(`${here}/inbox`)

    await page.getByRole("button", { name: "Set up two-step sign-in" }).click()
    const words = page.getByText(/^([A-Z2-7]{4} ){7}[A-Z2-7]{4}$/)
    await page.getByLabel("The app’s code").fill(codeOf((await words.textContent())!))
    await page.keyboard.press("Enter")
    await page.getByRole("button", { name: "Done" }).click()
    for (const part of ["What others see", "Access tokens", "Your data"])
      await expect(parts.filter({ hasText: part })).toBeVisible()
    await note.getByRole("link", { name: "Go on to where you were going" }).click()
    await expect(page).toHaveURL(`${here}/inbox`)
    // What the page still asks for would fail when the server is gone.
    await page.goto("about:blank")
  } finally {
    server.kill("SIGTERM")
    await gone(server)
    rmSync(data, { recursive: true, force: true })
  }
})
