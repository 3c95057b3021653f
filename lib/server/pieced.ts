import type { Result } from "../domain/failure.ts"
import { contentDisposition } from "./download.ts"

/** A file that is stored in pieces. */
interface Pieced {
  readonly name: string
  readonly mediaType: string
  readonly bytes: number
  readonly pieces: number
  readonly piece: (sequence: number) => Promise<Result<Uint8Array>>
}

/** Hands out a file piece by piece, each when the reader has taken the one before. What is refused on the way cuts it short. */
export function pieced({ name, mediaType, bytes, pieces, piece }: Pieced): Response {
  let next = 0
  const body = new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        if (next >= pieces) return controller.close()
        const found = await piece(next++)
        if (found.ok) controller.enqueue(found.value)
        else controller.error(new Error(found.failure.code))
      },
    },
    { highWaterMark: 0 },
  )
  return new Response(body, {
    headers: {
      "Content-Type": mediaType,
      "Content-Length": String(bytes),
      "Content-Disposition": contentDisposition(name),
      "Cache-Control": "no-store",
      "X-Content-Type-Options": "nosniff",
    },
  })
}
