import { type ChildProcess, fork } from "node:child_process"
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { build } from "esbuild"
import pLimit from "p-limit"
import { type Importer, importers } from "./importers.ts"
import { mutatedFile } from "./mutated-file.ts"
import type { Said, Task } from "./mutated-reader.ts"
import { watchedLoop } from "./stretches.ts"

/** Megabytes of memory for what reads, as `lib/intake/read-beside.ts` has it. */
const memory = 768
/** Milliseconds for which a server may do nothing but read. */
const mostHeld = 200

/** What came of an importer's files. */
export interface Campaign {
  readonly importer: string
  readonly files: number
  /** How many ended in which way. */
  readonly ends: ReadonlyMap<string, number>
  /** The longest time of one file, and that for which a server would have let nothing else in, in milliseconds. */
  readonly took: number
  readonly held: number
  /** The most memory of the process that read, in megabytes. */
  readonly used: number
  /** What should not have been, with the number of the file. */
  readonly faults: readonly string[]
}

/** Makes the process that reads one file of code, the only one that it may open. */
export async function readers() {
  const folder = mkdtempSync(join(tmpdir(), "apparatus-mutated-"))
  const program = join(folder, "reader.mjs")
  await build({
    entryPoints: [fileURLToPath(new URL("./mutated-reader.ts", import.meta.url))],
    ...{ bundle: true, outfile: program, platform: "node", format: "esm", target: "node20", logLevel: "error" },
    banner: {
      js: 'import { createRequire as nodeRequire } from "node:module"; const require = nodeRequire(import.meta.url);',
    },
  })
  return { program, remove: () => rmSync(folder, { recursive: true, force: true }) }
}

/**
 * Reads so many mutated files of an importer, those that end their process or take longer than `longest` milliseconds
 * with the app's own limits too.
 */
export async function mutatedFiles(
  program: string,
  importer: Importer,
  seed: number,
  files: number,
  longest = 10_000,
): Promise<Campaign> {
  const ends = new Map<string, number>()
  const faults: string[] = []
  const most = { took: 0, held: 0, used: 0 }
  let next = 0
  while (next < files) {
    const stopped = await run(program, { importer: importer.name, seed, from: next, to: files }, longest, said => {
      next = said.number + 1
      const known = !said.ends.startsWith("defect")
      ends.set(known ? said.ends : "defect", (ends.get(known ? said.ends : "defect") ?? 0) + 1)
      if (!known) faults.push(`file ${said.number}: ${said.ends}`)
      if (said.held > mostHeld) faults.push(`file ${said.number}: nothing else for ${Math.round(said.held)} ms`)
      most.took = Math.max(most.took, said.took)
      most.held = Math.max(most.held, said.held)
      most.used = Math.max(most.used, said.used / 1_048_576)
    })
    if (stopped === null) break
    const { number, why } = stopped
    next = number + 1
    const end = importer.beside ? await importer.beside(await fileOf(importer, seed, number)) : null
    ends.set(`${why}, then ${end}`, (ends.get(`${why}, then ${end}`) ?? 0) + 1)
    if (end === null) faults.push(`file ${number}: ${why}`)
  }
  return { importer: importer.name, files, ends, ...most, faults }
}

type Read = Extract<Said, { number: number }>

/** Has a process read from one number on; answers at which it stopped and why, or null when it read all. */
function run(
  program: string,
  task: Task,
  longest: number,
  told: (said: Read) => void,
): Promise<{ readonly number: number; readonly why: string } | null> {
  return new Promise(resolve => {
    const rules = [
      "--no-warnings",
      "--experimental-permission",
      `--allow-fs-read=${program}`,
      `--max-old-space-size=${memory}`,
    ]
    const child: ChildProcess = fork(program, {
      execArgv: rules,
      stdio: ["ignore", "ignore", "ignore", "ipc"],
      env: { NODE_ENV: "production" },
    })
    let at = task.from
    let slow = false
    let begun = performance.now()
    // Until the first file it only makes what it starts from.
    let patience = 60_000
    const clock = setInterval(() => {
      slow = performance.now() - begun > patience
      if (slow) child.kill("SIGKILL")
    }, 100)
    child.on("message", (said: Said) => {
      begun = performance.now()
      patience = longest
      if ("begun" in said) at = said.begun
      else told(said)
    })
    child.once("exit", code => {
      clearInterval(clock)
      resolve(code === 0 ? null : { number: at, why: slow ? `more than ${longest / 1_000} s` : "the process ended" })
    })
    child.send(task)
  })
}

async function fileOf(importer: Importer, seed: number, number: number): Promise<Uint8Array> {
  const others = (await Promise.all(importers.map(one => one.samples()))).flat()
  return mutatedFile(importer, await importer.samples(), others, seed, number)
}

/**
 * Reads some of the files as the app does, in a process each, while the event loop of this one is watched: how they end,
 * and the longest time for which that stood still, in milliseconds.
 */
export async function besideFiles(importer: Importer, seed: number, numbers: readonly number[]) {
  const files = await Promise.all(numbers.map(number => fileOf(importer, seed, number)))
  const ends = new Map<string, number>()
  const stood = watchedLoop()
  const twoAtOnce = pLimit(2)
  await Promise.all(
    files.map(bytes =>
      twoAtOnce(async () => {
        // What is read here, since it is short, comes in a request of its own.
        await new Promise(resolve => setTimeout(resolve))
        const end = await importer.beside!(bytes)
        ends.set(end, (ends.get(end) ?? 0) + 1)
      }),
    ),
  )
  return { ends, stood: stood() }
}
