import type { FileHandle } from "node:fs/promises"
import type { Result } from "../domain/failure.ts"
import { contentDisposition } from "./download.ts"
import { exportsAtOnce } from "./exports-at-once.ts"
import { passingFile } from "./passing-file.ts"

/** Where a file is put while it is written. */
export interface Sink {
  /** The most claims that are written while their reader waits. */
  readonly most: number
  readonly begin: () => Promise<void>
  readonly write: (piece: string | Uint8Array) => Promise<void>
}
export type Written = Result<{ readonly name: string; readonly mediaType: string }>

/** Bytes that are gathered before they go to the disk, and read from it at once. */
const block = 256 * 1024

/**
 * A file to keep that may be of any length. It is written to the disk whole before its first byte goes out: so that what
 * arrives is never cut short by a failure, and the reading of it waits for nobody's slow line.
 */
export async function spooled(write: (sink: Sink) => Promise<Written>): Promise<Response | Written> {
  return passingFile<Response | Written>("apparatus-export-", async (file, remove) => {
    const { sink, done } = gathering(file)
    const written = await write(sink)
    if (!written.ok) {
      await remove()
      return written
    }
    const size = await done()
    return new Response(readBack(file, remove), {
      headers: {
        "Content-Type": written.value.mediaType,
        "Content-Length": String(size),
        "Content-Disposition": contentDisposition(written.value.name),
        "Cache-Control": "no-store",
        "X-Content-Type-Options": "nosniff",
      },
    })
  })
}

function gathering(file: FileHandle): { readonly sink: Sink; readonly done: () => Promise<number> } {
  let waiting: Uint8Array[] = []
  let length = 0
  let size = 0
  const flush = async () => {
    const bytes = Buffer.concat(waiting)
    waiting = []
    length = 0
    await file.write(bytes, 0, bytes.length, size)
    size += bytes.length
  }
  const sink: Sink = {
    most: exportsAtOnce(),
    async begin() {
      waiting = []
      length = 0
      size = 0
      await file.truncate(0)
    },
    async write(piece) {
      const bytes = typeof piece === "string" ? Buffer.from(piece) : piece
      waiting.push(bytes)
      length += bytes.length
      if (length >= block) await flush()
    },
  }
  return {
    sink,
    async done() {
      if (length > 0) await flush()
      return size
    },
  }
}

function readBack(file: FileHandle, remove: () => Promise<void>): ReadableStream<Uint8Array> {
  let at = 0
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const { bytesRead, buffer } = await file.read(new Uint8Array(block), 0, block, at)
        at += bytesRead
        if (bytesRead > 0) controller.enqueue(buffer.subarray(0, bytesRead))
        else {
          await remove()
          controller.close()
        }
      },
      cancel: remove,
    },
    { highWaterMark: 0 },
  )
}
