// Preloaded into a server (--import), it lets a campaign move the process's clock: on SIGUSR2 it reads from the file
// MOVED_CLOCK by how many milliseconds. Only what tells the time of day moves; timers go on, as they do on a machine
// whose clock is put forward or back.
import { readFileSync } from "node:fs"

const RealDate = Date
let by = 0
process.on("SIGUSR2", () => {
  by = Number(readFileSync(/** @type {string} */ (process.env["MOVED_CLOCK"]), "utf8"))
})
const now = () => RealDate.now() + by
globalThis.Date = new Proxy(RealDate, {
  construct: (target, args, made) => Reflect.construct(target, args.length > 0 ? args : [now()], made),
  apply: () => new RealDate(now()).toString(),
  get: (target, name, receiver) => (name === "now" ? now : Reflect.get(target, name, receiver)),
})
