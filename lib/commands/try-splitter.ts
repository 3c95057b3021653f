import { ok } from "../domain/failure.ts"
import { triedText } from "../schema/splitter-input.ts"
import { readText } from "../text/read-text.ts"
import { accountCommand } from "./command.ts"

/** Show how the splitter reads a text that somebody tries it with. Nothing is stored. */
export const trySplitter = accountCommand("read", triedText, async (_pass, { text }) => ok({ units: readText(text) }))
