import { beginPasskeySignIn } from "../../../../../lib/commands/begin-passkey-sign-in.ts"
import { open } from "../../../../../lib/server/handler.ts"
import { withBrowser } from "../../../../../lib/server/with-browser.ts"

export const POST = open(withBrowser(beginPasskeySignIn))
