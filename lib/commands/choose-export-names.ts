import { saveOwnExportNames } from "../db/export-people.ts"
import { ok } from "../domain/failure.ts"
import { ownExportNames } from "../schema/export-names-input.ts"
import { accountCommand } from "./command.ts"

/** Choose what exports may call one, in every project. */
export const chooseExportNames = accountCommand("manage", ownExportNames, async (pass, words) => {
  await saveOwnExportNames(pass, words)
  return ok(words)
})
