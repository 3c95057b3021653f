import { spawn } from "node:child_process"
import { setPriority } from "node:os"
import { join } from "node:path"
import pLimit, { type LimitFunction } from "p-limit"
import { fail, ok, type Result } from "../domain/failure.ts"
import type { NamedFile } from "../formats/unpacked.ts"
import type { FileReading, FileToRead } from "./read-file.ts"
import type { MarkedReading, MarkingsToRead } from "./read-marked.ts"

/** Files that are read at once; others wait. */
const atOnce = 2
/** Megabytes of memory that a reading may take, and milliseconds. */
const memory = 768
const longest = 60_000

/** Bytes of an answer about what files mark; a server that reads more of it at once holds up others. */
const mostMarked = 32 * 1_048_576

/** What the process is told before the bytes, which follow one another. */
export type ReadingTask =
  | { readonly file: FileToRead; readonly length: number }
  | { readonly sources: true; readonly length: number }
  | {
      readonly markings: MarkingsToRead
      readonly names: readonly { readonly name: string; readonly length: number }[]
    }

const kept = globalThis as { apparatusReaders?: LimitFunction }

/**
 * Reads a file in a process of its own, so that one that is made to break its reader breaks nothing else: it may open no
 * file and start no process, knows nothing of the server's environment, and is ended when it takes too long, too much
 * memory or answers too much. `milliseconds` says how long it may take.
 */
export async function readBeside(
  bytes: Uint8Array,
  file: FileToRead,
  milliseconds: number = longest,
): Promise<Result<FileReading>> {
  return answerIn(await beside({ file, length: bytes.length }, [bytes], file.limit * 6 + 20_000_000, milliseconds))
}

/** Reads what files mark in a text of ours, in the same way. */
export async function readMarkedBeside(
  files: readonly NamedFile[],
  markings: MarkingsToRead,
  milliseconds: number = longest,
): Promise<Result<MarkedReading>> {
  const names = files.map(({ name, bytes }) => ({ name, length: bytes.length }))
  const bytes = files.map(file => file.bytes)
  return answerIn(await beside({ markings, names }, bytes, mostMarked, milliseconds))
}

/** Carries out a task when it is its turn; an answer of more than `most` bytes ends it. `heard` gets it piece by piece. */
export function beside(
  task: ReadingTask,
  bytes: readonly Uint8Array[],
  most: number,
  milliseconds: number = longest,
  heard: (piece: Buffer) => void = () => {},
): Promise<Result<Buffer>> {
  kept.apparatusReaders ??= pLimit(atOnce)
  return kept.apparatusReaders(() => started(task, bytes, most, milliseconds, heard))
}

function started(
  task: ReadingTask,
  bytes: readonly Uint8Array[],
  most: number,
  milliseconds: number,
  heard: (piece: Buffer) => void,
): Promise<Result<Buffer>> {
  // The server is bundled and the reader is a bundle of its own, so that it is named from the folder the server runs in.
  const program = join(/* turbopackIgnore: true */ process.cwd(), "lib/intake/generated/reader.mjs")
  const rules = ["--experimental-permission", `--allow-fs-read=${program}`, `--max-old-space-size=${memory}`]
  return new Promise(resolve => {
    const child = spawn(process.execPath, ["--no-warnings", ...rules, program], {
      env: { NODE_ENV: "production" },
      stdio: ["pipe", "pipe", "ignore"],
    })
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
      else {
        chunks.push(chunk)
        heard(chunk)
      }
    })
    child.stdin.on("error", () => {})
    child.on("error", () => {})
    child.on("spawn", () => lower(child.pid))
    child.on("close", code => {
      clearTimeout(clock)
      if (slow) resolve(fail({ code: "file-unreadable", why: "too-slow" }))
      else if (size > most) resolve(fail({ code: "file-unreadable", why: "too-much" }))
      else if (code !== 0) resolve(damaged)
      else resolve(ok(Buffer.concat(chunks)))
    })
    child.stdin.write(`${JSON.stringify(task)}\n`)
    for (const one of bytes) child.stdin.write(one)
    child.stdin.end()
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

const damaged = fail({ code: "file-unreadable", why: "damaged" })

function answerIn<T>(answer: Result<Buffer>): Result<T> {
  if (!answer.ok) return answer
  try {
    return JSON.parse(answer.value.toString("utf8")) as Result<T>
  } catch {
    return damaged
  }
}
