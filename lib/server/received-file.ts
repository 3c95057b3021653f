import type { FileHandle } from "node:fs/promises"
import type { SentFile } from "../commands/archive-file.ts"
import { fail, ok, type Result } from "../domain/failure.ts"
import { passingFile } from "./passing-file.ts"

/** A file that was sent and lies on the disk until `remove` is called. */
interface Received {
  readonly file: SentFile
  readonly remove: () => Promise<void>
}

/**
 * The body of a request as a file of at most `limit` bytes, counted while reading. Other content types are refused, so that
 * a form on another site can't send one.
 */
export async function receivedFile(request: Request, mediaType: string, limit: number): Promise<Result<Received>> {
  const type = request.headers.get("content-type")?.split(";")[0]?.trim().toLowerCase()
  if (type !== mediaType) return fail({ code: "wrong-type", wanted: mediaType })
  if (Number(request.headers.get("content-length") ?? 0) > limit) return fail({ code: "too-large", limit })
  return passingFile("apparatus-received-", async (file, remove) => {
    const size = await written(request, file, limit)
    if (size !== null) return ok({ file: readable(file, size), remove })
    await remove()
    return fail({ code: "too-large", limit })
  })
}

/** How many bytes were written; null when there are more than `limit`. */
async function written(request: Request, file: FileHandle, limit: number): Promise<number | null> {
  let size = 0
  for await (const chunk of (request.body ?? []) as AsyncIterable<Uint8Array>) {
    if (size + chunk.byteLength > limit) return null
    await file.write(chunk, 0, chunk.byteLength, size)
    size += chunk.byteLength
  }
  return size
}

const readable = (file: FileHandle, size: number): SentFile => ({
  size,
  async read(at, length) {
    const { buffer, bytesRead } = await file.read(new Uint8Array(length), 0, length, at)
    return buffer.subarray(0, bytesRead)
  },
})
