import { buffer } from "node:stream/consumers"
import { readFile } from "./read-file.ts"

// What runs in the process beside the server: it takes one file from standard input, behind a line that tells of it, and
// answers on standard output. It may open no file and start no process; it has no need of the network.
Reflect.deleteProperty(globalThis, "fetch")
Reflect.deleteProperty(globalThis, "WebSocket")
// Packages may not write into the answer.
console.log = console.warn = console.info = console.error
const input = await buffer(process.stdin)
const end = input.indexOf(10)
const file = JSON.parse(input.subarray(0, end).toString("utf8"))
const answer = JSON.stringify(await readFile(new Uint8Array(input.subarray(end + 1)), file))
process.stdout.write(answer, () => process.exit(0))
