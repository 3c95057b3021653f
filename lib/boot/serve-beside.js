import { fileURLToPath } from "node:url"
import { guardConsole, logDefects } from "./log-defects.js"
import { openServer } from "./open-server.js"
import { stop, stopOnSignals, whenStopping } from "./stopping.js"

// A second server process of the same Apparatus, on a database and with secrets that the first one has made ready and
// hands on in the environment. It serves the pages as they are built and makes nothing itself.
stopOnSignals()
logDefects()
process.once("disconnect", () => void stop(1))
const host = process.env["HOST"] || "127.0.0.1"
const port = Number(process.env["PORT"])
const root = fileURLToPath(new URL("../..", import.meta.url))
try {
  const { default: next } = await import("next")
  const app = /** @type {any} */ (next)({ dev: false, dir: root, hostname: host, port })
  await app.prepare()
  guardConsole()
  await openServer(app.getRequestHandler(), host, port)
  console.log(`Apparatus is at http://${host}:${port} too`)
} catch (trouble) {
  console.error(trouble)
  await stop(1)
}
