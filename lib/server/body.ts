import { JsonInTurns } from "../db/json-in-turns.ts"
import { fail, ok, type Result } from "../domain/failure.ts"
import { limits } from "./limits.ts"

/**
 * The JSON body of a request of at most `limit` bytes, counted while reading. Refuses other content types, so that
 * a form on another site can't send one. A long one is read in turns.
 */
export async function readBody(request: Request, limit: number): Promise<Result<unknown>> {
  const type = request.headers.get("content-type")?.split(";")[0]?.trim().toLowerCase()
  if (type !== "application/json") return fail({ code: "wrong-type" })
  if (Number(request.headers.get("content-length") ?? 0) > limit) return fail({ code: "too-large", limit })
  const chunks: Uint8Array[] = []
  let size = 0
  let long: JsonInTurns | null = null
  for await (const chunk of (request.body ?? []) as AsyncIterable<Uint8Array>) {
    size += chunk.byteLength
    if (size > limit) return fail({ code: "too-large", limit })
    chunks.push(chunk)
    if (size <= limits.body) continue
    long ??= new JsonInTurns()
    for (const one of chunks.splice(0)) if (!(await long.write(one))) return noJson
  }
  const read = long ? long.end() : shortJson(Buffer.concat(chunks))
  return read ? ok(read.value) : noJson
}

const noJson = fail({
  code: "invalid",
  issues: [{ path: "", message: "The request is not valid JSON. Reload the page and try again." }],
})

function shortJson(bytes: Uint8Array): { readonly value: unknown } | null {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes)
    return { value: JSON.parse(text, (key, value) => (key === "__proto__" ? undefined : value)) }
  } catch {
    return null
  }
}
