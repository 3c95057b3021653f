import { buffer } from "node:stream/consumers"
import type { ReadingTask } from "./read-beside.ts"
import { readFile } from "./read-file.ts"
import { readMarked } from "./read-marked.ts"
import { sourceLines } from "./read-sources-beside.ts"

// What runs in the process beside the server: it takes what is to be read from standard input, behind a line that tells
// of it, and answers on standard output. It may open no file and start no process; it has no need of the network.
Reflect.deleteProperty(globalThis, "fetch")
Reflect.deleteProperty(globalThis, "WebSocket")
// Packages may not write into the answer.
console.log = console.warn = console.info = console.error
const input = await buffer(process.stdin)
const end = input.indexOf(10)
const task = JSON.parse(input.subarray(0, end).toString("utf8")) as ReadingTask
let from = end + 1
const next = (length: number) => {
  from += length
  return new Uint8Array(input.subarray(from - length, from))
}
for await (const piece of carriedOut()) await new Promise<void>(written => process.stdout.write(piece, () => written()))
process.exit(0)

async function* carriedOut(): AsyncGenerator<string> {
  if (!("sources" in task)) return yield JSON.stringify(await answered(task))
  for (const line of sourceLines(new TextDecoder().decode(next(task.length)))) yield `${JSON.stringify(line)}\n`
}

function answered(task: Exclude<ReadingTask, { readonly sources: true }>) {
  if ("file" in task) return readFile(next(task.length), task.file)
  const files = task.names.map(({ name, length }) => ({ name, bytes: next(length) }))
  return readMarked(files, task.markings)
}
