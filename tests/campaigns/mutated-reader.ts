import dns from "node:dns"
import net from "node:net"
import { controls } from "./controls.ts"
import { importers } from "./importers.ts"
import { mutatedFile } from "./mutated-file.ts"

// What runs in the process that reads mutated files: it may open no file and start no process, and whatever it wants of
// the network is written down. It is told an importer and numbers, and answers for each.
let reached = 0
const refuse = () => {
  reached++
  throw new Error("The network was asked for.")
}
Object.assign(globalThis, { fetch: refuse, WebSocket: refuse })
Object.assign(net.Socket.prototype, { connect: refuse })
Object.assign(dns, { lookup: refuse, resolve: refuse })
console.log = console.warn = console.info = console.error = () => {}

/** Numbers that a process is to read, and what it says of each. */
export interface Task {
  readonly importer: string
  readonly seed: number
  readonly from: number
  readonly to: number
}
export type Said =
  | { readonly begun: number }
  | {
      readonly number: number
      readonly ends: string
      readonly held: number
      readonly took: number
      readonly used: number
    }

const say = (said: Said) => new Promise<void>(done => process.send!(said, () => done()))

process.once("message", async ({ importer: name, seed, from, to }: Task) => {
  const importer = [...importers, ...controls].find(one => one.name === name)!
  const samples = await importer.samples()
  const others = (await Promise.all(importers.map(one => one.samples()))).flat()
  for (let number = from; number < to; number++) {
    await say({ begun: number })
    const bytes = mutatedFile(importer, samples, others, seed, number)
    const before = performance.now()
    let [ends, held] = ["", 0]
    try {
      ;({ ends, held } = await importer.read(bytes))
    } catch (error) {
      ends = `defect: ${error instanceof Error ? `${error.name}: ${error.message}\n${error.stack?.split("\n").slice(1, 4).join("\n")}` : String(error)}`
    }
    if (reached > 0) ends = "defect: something was asked of the network"
    await say({ number, ends, held, took: performance.now() - before, used: process.memoryUsage.rss() })
  }
  process.exit(0)
})
