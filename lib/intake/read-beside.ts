import { spawn } from "node:child_process"
import { setPriority } from "node:os"
import { join } from "node:path"
import pLimit, { type LimitFunction } from "p-limit"
import { fail, type Result } from "../domain/failure.ts"
import type { FileReading, FileToRead } from "./read-file.ts"

/** Files that are read at once; others wait. */
const atOnce = 2
/** Megabytes of memory that a reading may take, and milliseconds. */
const memory = 768
const longest = 60_000

const kept = globalThis as { apparatusReaders?: LimitFunction }

/**
 * Reads a file in a process of its own, so that one that is made to break its reader breaks nothing else: it may open no
 * file and start no process, knows nothing of the server's environment, and is ended when it takes too long, too much
 * memory or answers too much. `milliseconds` says how long it may take.
 */
export function readBeside(
  bytes: Uint8Array,
  file: FileToRead,
  milliseconds: number = longest,
): Promise<Result<FileReading>> {
  kept.apparatusReaders ??= pLimit(atOnce)
  return kept.apparatusReaders(() => started(bytes, file, milliseconds))
}

function started(bytes: Uint8Array, file: FileToRead, milliseconds: number): Promise<Result<FileReading>> {
  // The server is bundled and the reader is a bundle of its own, so that it is named from the folder the server runs in.
  const program = join(/* turbopackIgnore: true */ process.cwd(), "lib/intake/generated/reader.mjs")
  const rules = ["--experimental-permission", `--allow-fs-read=${program}`, `--max-old-space-size=${memory}`]
  return new Promise(resolve => {
    const child = spawn(process.execPath, ["--no-warnings", ...rules, program], {
      env: { NODE_ENV: "production" },
      stdio: ["pipe", "pipe", "ignore"],
    })
    const most = file.limit * 6 + 20_000_000
    const chunks: Buffer[] = []
    let size = 0
    let slow = false
    const clock = setTimeout(() => {
      slow = true
      child.kill("SIGKILL")
    }, milliseconds)
    child.stdout.on("data", (chunk: Buffer) => {
      size += chunk.length
      if (size > most) child.kill("SIGKILL")
      else chunks.push(chunk)
    })
    child.stdin.on("error", () => {})
    child.on("error", () => {})
    child.on("spawn", () => lower(child.pid))
    child.on("close", code => {
      clearTimeout(clock)
      if (slow) resolve(fail({ code: "file-unreadable", why: "too-slow" }))
      else if (size > most) resolve(fail({ code: "file-unreadable", why: "too-much" }))
      else resolve((code === 0 && answerIn(Buffer.concat(chunks))) || fail({ code: "file-unreadable", why: "damaged" }))
    })
    child.stdin.write(`${JSON.stringify(file)}\n`)
    child.stdin.end(bytes)
  })
}

/** People who are at work come first. */
function lower(pid: number | undefined): void {
  try {
    if (pid !== undefined) setPriority(pid, 5)
  } catch {
    // It has ended already, or the system does not let it.
  }
}

function answerIn(bytes: Buffer): Result<FileReading> | null {
  try {
    return JSON.parse(bytes.toString("utf8")) as Result<FileReading>
  } catch {
    return null
  }
}
